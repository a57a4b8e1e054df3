import type { Selectable } from "kysely";
import { insertRows, upsertRows } from "../database/write-rows.ts";
import type { JobKind, JobOutcome, JobsTable, Trx } from "../database/schema.ts";
import type { JobChange } from "./job-step.ts";

export type JobRow = Selectable<JobsTable>;
export type JobKey = Pick<JobsTable, "shop_id" | "kind" | "job_key">;

/** Known keys stay as they are, finished or not. */
export async function insertJobs(trx: Trx, rows: readonly JobsTable[]): Promise<void> {
  await upsertRows(trx, "jobs", rows, { key: ["shop_id", "kind", "job_key"] });
}

export type DueJobs = {
  readonly shopId: string;
  readonly kinds: readonly JobKind[];
  readonly nowMs: number;
  readonly jobsMax: number;
};

/** Unfinished jobs whose time has come, longest due first. */
export function readDueJobs(trx: Trx, { shopId, kinds, nowMs, jobsMax }: DueJobs): Promise<JobRow[]> {
  return trx
    .selectFrom("jobs")
    .selectAll()
    .where("shop_id", "=", shopId)
    .where("finished_at_ms", "is", null)
    .where("due_at_ms", "<=", nowMs)
    .where("kind", "in", [...kinds])
    .orderBy("due_at_ms")
    .orderBy("job_key")
    .limit(jobsMax)
    .execute();
}

export function readJob(trx: Trx, key: JobKey): Promise<JobRow | undefined> {
  return trx
    .selectFrom("jobs")
    .selectAll()
    .where("shop_id", "=", key.shop_id)
    .where("kind", "=", key.kind)
    .where("job_key", "=", key.job_key)
    .executeTakeFirst();
}

export async function updateJob(trx: Trx, key: JobKey, change: JobChange): Promise<void> {
  await trx
    .updateTable("jobs")
    .set(change)
    .where("shop_id", "=", key.shop_id)
    .where("kind", "=", key.kind)
    .where("job_key", "=", key.job_key)
    .execute();
}

export type FinishedJobs = {
  readonly shopId: string;
  readonly kind: JobKind;
  readonly keys: readonly string[];
  readonly outcome: JobOutcome;
  readonly nowMs: number;
};

/** Finishes many jobs of one kind in one statement. */
export async function finishJobs(trx: Trx, { shopId, kind, keys, outcome, nowMs }: FinishedJobs): Promise<void> {
  await trx
    .updateTable("jobs")
    .set({ outcome, finished_at_ms: nowMs, lease_token: null, payload: "{}" })
    .where("shop_id", "=", shopId)
    .where("kind", "=", kind)
    .where("job_key", "in", [...keys])
    .execute();
}

export async function deleteFinishedJobs(trx: Trx, shopId: string, beforeMs: number): Promise<void> {
  await trx.deleteFrom("jobs").where("shop_id", "=", shopId).where("finished_at_ms", "<", beforeMs).execute();
}

/** When the shop's next job is due; undefined when it has none. */
export async function readNextDueMs(trx: Trx, shopId: string): Promise<number | undefined> {
  const row = await trx
    .selectFrom("jobs")
    .select("due_at_ms")
    .where("shop_id", "=", shopId)
    .where("finished_at_ms", "is", null)
    .orderBy("due_at_ms")
    .limit(1)
    .executeTakeFirst();
  return row?.due_at_ms;
}

/** Replaces the shop's entry in the global list of due shops. The shop's lock must be held. */
export async function writeDueShop(trx: Trx, shopId: string, dueAtMs: number | undefined): Promise<void> {
  await trx.deleteFrom("due_jobs").where("shop_id", "=", shopId).execute();
  if (dueAtMs !== undefined) await insertRows(trx, "due_jobs", [{ shop_id: shopId, due_at_ms: dueAtMs }]);
}
