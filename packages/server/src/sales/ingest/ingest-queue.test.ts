import { beforeEach, describe, expect, it, vi } from "vitest";
import { saleOf } from "../testing/sales-shop.ts";
import { IngestQueue } from "./ingest-queue.ts";
import type { ShopBatch } from "./sales-submission.ts";

const BOUNDS = { commitsMax: 1, shopsPerCommitMax: 2, salesPerShopMax: 3, waitingMax: 20, waitingPerShopMax: 8 };

/** A commit that lasts until the test ends it. */
type OpenCommit = {
  readonly batches: readonly ShopBatch[];
  readonly finish: () => void;
  readonly fail: (error: Error) => void;
};

let commits: OpenCommit[];
beforeEach(() => {
  commits = [];
});

async function commit(batches: readonly ShopBatch[]): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<undefined>();
  commits.push({ batches, finish: () => resolve(undefined), fail: reject });
  await promise;
  for (const { waiting } of batches) {
    for (const { sale, resolve: settle } of waiting) {
      settle({ status: "created", externalId: sale.externalId, saleId: 1, flags: [], receivedAtMs: 0 });
    }
  }
}

const newQueue = (changes: Partial<typeof BOUNDS> = {}) => new IngestQueue(commit, { ...BOUNDS, ...changes });
const salesFor = (shopId: string, count = 1) => ({
  shopId,
  sales: Array.from({ length: count }, (_, index) => saleOf(index)),
});
const sizesOf = (open: OpenCommit | undefined) => open?.batches.map(({ shopId, waiting }) => [shopId, waiting.length]);
const breathe = () => new Promise((resolve) => setImmediate(resolve));

/** Lets every commit succeed, one after the other. */
async function finishAll(): Promise<void> {
  for (let index = 0; index < commits.length; index += 1) {
    commits[index]?.finish();
    await breathe();
  }
}

describe("the ingest queue", () => {
  it("commits at once when nothing is in flight", () => {
    void newQueue().submit(salesFor("a"));
    expect(sizesOf(commits[0])).toEqual([["a", 1]]);
  });

  it("gathers what arrives during a commit into the next", async () => {
    const queue = newQueue();
    const all = [
      queue.submit(salesFor("a")),
      queue.submit(salesFor("a")),
      queue.submit(salesFor("b")),
      queue.submit(salesFor("a")),
    ];
    await finishAll();
    await Promise.all(all);
    expect(commits.map(sizesOf)).toEqual([
      [["a", 1]],
      [
        ["a", 2],
        ["b", 1],
      ],
    ]);
  });

  it("lets shops take turns, each with its limit per commit", async () => {
    const queue = newQueue();
    const all = [queue.submit(salesFor("a", 8)), ...["b", "c", "d"].map((shopId) => queue.submit(salesFor(shopId)))];
    await finishAll();
    await Promise.all(all);
    expect(commits.map(sizesOf)).toEqual([
      [["a", 3]],
      [
        ["a", 3],
        ["b", 1],
      ],
      [
        ["c", 1],
        ["d", 1],
      ],
      [["a", 2]],
    ]);
  });

  it("never has one shop in two commits at the same time", async () => {
    const queue = newQueue({ commitsMax: 2, shopsPerCommitMax: 1 });
    const all = [queue.submit(salesFor("a", 4)), queue.submit(salesFor("b")), queue.submit(salesFor("c"))];
    expect(commits.map(sizesOf)).toEqual([[["a", 3]], [["b", 1]]]);
    await finishAll();
    await Promise.all(all);
  });

  it("answers nobody before the commit is over", async () => {
    const answered = vi.fn<() => void>();
    void newQueue().submit(salesFor("a")).then(answered);
    await breathe();
    expect(answered).not.toHaveBeenCalled();
    await finishAll();
    expect(answered).toHaveBeenCalledOnce();
  });

  it("tells everyone in a failed commit, and goes on", async () => {
    const queue = newQueue();
    const first = queue.submit(salesFor("a"));
    const second = queue.submit(salesFor("b"));
    commits[0]?.fail(new Error("disk full"));
    await expect(first).rejects.toThrow("disk full");
    await finishAll();
    await expect(second).resolves.toMatchObject([{ status: "created" }]);
  });

  it("refuses what it has no room for, for the shop that fills it", async () => {
    const queue = newQueue();
    const all = [queue.submit(salesFor("a", 3)), queue.submit(salesFor("a", 8))];
    await expect(queue.submit(salesFor("a"))).rejects.toMatchObject({ code: "unavailable" });
    all.push(queue.submit(salesFor("b")));
    await finishAll();
    await Promise.all(all);
  });

  it("refuses everyone once it is full in all", async () => {
    const queue = newQueue();
    const all = ["a", "b", "c"].map((shopId) => queue.submit(salesFor(shopId, 8)));
    await expect(queue.submit(salesFor("e"))).rejects.toMatchObject({ code: "unavailable" });
    await finishAll();
    await Promise.all(all);
  });

  it("is idle when everything that was submitted is settled", async () => {
    const queue = newQueue();
    await queue.idle();
    const all = [queue.submit(salesFor("a")), queue.submit(salesFor("b"))];
    const told = vi.fn<() => void>();
    const idle = queue.idle().then(told);
    commits[0]?.finish();
    await breathe();
    expect(told).not.toHaveBeenCalled();
    await finishAll();
    await Promise.all([...all, idle]);
  });
});
