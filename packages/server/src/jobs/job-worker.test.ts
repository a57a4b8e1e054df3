import { afterEach, beforeEach, expect, test } from "vitest";
import { openDatabase } from "../database/open-database.ts";
import { inShopTransaction } from "../database/shop-transaction.ts";
import { insertTestShop } from "../testing/insert-test-shop.ts";
import { openTestDatabase, type TestDatabase } from "../testing/open-test-database.ts";
import { enqueueJobs } from "./enqueue-jobs.ts";
import { LEASE_MS, UNKNOWN_TRIES_MAX } from "./job-bounds.ts";
import { JobWorker } from "./job-worker.ts";
import type { JobResult } from "./job-step.ts";
import type { JobHandler } from "./run-shop-jobs.ts";

const SHOP = "0197c0de-0000-7000-8000-000000000001";
const OTHER_SHOP = "0197c0de-0000-7000-8000-000000000002";
let opened: TestDatabase;
let nowMs = 0;
let errors: unknown[] = [];

beforeEach(async () => {
  opened = await openTestDatabase();
  nowMs = 1_000_000;
  errors = [];
  await insertTestShop(opened.db, SHOP);
  await insertTestShop(opened.db, OTHER_SHOP);
});
afterEach(async () => opened.close());

test("a job runs when its time has come, once, however often its cause enqueues it", async () => {
  const ran: string[] = [];
  const worker = workerThat(async (job) => {
    ran.push(job.job_key);
    return { kind: "sent" };
  });
  await enqueue(SHOP, "a", nowMs + 60_000);
  await enqueue(SHOP, "a", nowMs);
  await worker.runRound();
  expect(ran).toEqual([]);
  nowMs += 60_000;
  await worker.runRound();
  await enqueue(SHOP, "a", nowMs);
  await worker.runRound();
  expect(ran).toEqual(["a"]);
});

test("a job exists exactly when its cause was committed", async () => {
  const failing = inShopTransaction(opened.db, SHOP, async (trx) => {
    await enqueueJobs(trx, SHOP, { jobs: [jobNamed("a", nowMs)], nowMs });
    throw new Error("the sale failed");
  });
  await expect(failing).rejects.toThrow("the sale failed");
  expect(await dueShops()).toEqual([]);
});

test("two workers racing run each job once", async () => {
  const ran: string[] = [];
  const handler: JobHandler = async (job) => {
    ran.push(job.job_key);
    return { kind: "sent" };
  };
  for (const key of ["a", "b", "c"]) await enqueue(SHOP, key, nowMs);
  await Promise.all([workerThat(handler).runRound(), workerThat(handler).runRound()]);
  expect(ran.toSorted()).toEqual(["a", "b", "c"]);
});

test("a worker that dies after the effect repeats it a named number of times, then never again", async () => {
  let effects = 0;
  const dying = workerThat(async () => {
    effects += 1;
    await opened.db.destroy();
    return { kind: "sent" };
  });
  await enqueue(SHOP, "a", nowMs);
  for (let start = 0; start < UNKNOWN_TRIES_MAX + 3; start += 1) {
    await dying.runRound();
    await reopen();
    nowMs += LEASE_MS;
  }
  expect(effects).toBe(UNKNOWN_TRIES_MAX);
  expect(await jobs()).toMatchObject([{ outcome: "given_up" }]);
});

test("a late worker does not settle a job that another has claimed since", async () => {
  await enqueue(SHOP, "a", nowMs);
  const second = workerThat(async () => ({ kind: "failed", problem: "later", isPermanent: false }));
  const first = workerThat(async () => {
    nowMs += LEASE_MS;
    await second.runRound();
    return { kind: "sent" };
  });
  await first.runRound();
  expect(await jobs()).toMatchObject([{ outcome: null, last_problem: "later" }]);
});

test("a job that fails stays, and does not hold back another or another shop's", async () => {
  const ran: string[] = [];
  const worker = workerThat(async (job): Promise<JobResult> => {
    if (job.job_key === "bad") throw new TypeError("bug");
    ran.push(job.job_key);
    return { kind: "sent" };
  });
  await enqueue(SHOP, "bad", nowMs - 1);
  await enqueue(SHOP, "good", nowMs);
  await enqueue(OTHER_SHOP, "elsewhere", nowMs);
  await worker.runRound();
  expect(ran).toEqual(["good", "elsewhere"]);
  expect(await dueShops()).toEqual([SHOP]);
});

test("a stopping worker gives back what it has not started, and that costs the job nothing", async () => {
  let stopped: Promise<void> | undefined;
  const worker = workerThat(async () => {
    stopped ??= worker.stop();
    return { kind: "sent" };
  });
  for (const key of ["a", "b"]) await enqueue(SHOP, key, nowMs);
  await worker.runRound();
  await stopped;
  expect(await jobs()).toMatchObject([
    { job_key: "a", outcome: "sent" },
    { job_key: "b", outcome: null, lease_token: null, unknown_count: 0, due_at_ms: nowMs },
  ]);
});

test("a database that fails is told, and the next round goes on", async () => {
  const worker = workerThat(async () => ({ kind: "sent" }));
  await opened.db.destroy();
  await worker.runRound();
  expect(errors).toHaveLength(1);
});

function workerThat(handler: JobHandler): JobWorker {
  return new JobWorker({
    environment: {
      get db() {
        return opened.db;
      },
      nowMs: () => nowMs,
      chance: () => 0,
      newId: () => crypto.randomUUID(),
    },
    work: { planners: [], handlers: { low_stock_mail: handler } },
    setTimer: () => () => {},
    onError: (error) => errors.push(error),
  });
}

const jobNamed = (key: string, dueAtMs: number) => ({ kind: "low_stock_mail", key, payload: {}, dueAtMs }) as const;

async function enqueue(shopId: string, key: string, dueAtMs: number): Promise<void> {
  await inShopTransaction(opened.db, shopId, async (trx) => {
    await enqueueJobs(trx, shopId, { jobs: [jobNamed(key, dueAtMs)], nowMs });
  });
}

async function reopen(): Promise<void> {
  const { path, close } = opened;
  const db = openDatabase({ engine: "sqlite", path });
  opened = { db, path, close: async () => db.destroy().then(close) };
}

const jobs = () => opened.db.selectFrom("jobs").selectAll().where("shop_id", "=", SHOP).orderBy("job_key").execute();

const dueShops = async () =>
  (await opened.db.selectFrom("due_jobs").select("shop_id").execute()).map((row) => row.shop_id);
