import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { FDBDatabase, FDBFactory } from "../../testing/fake-browser-storage.ts";
import { recordOf, TEST_SHOP_ID, testId } from "../../testing/sale-drafts.ts";
import { type Outbox, openOutbox } from "../outbox.ts";
import { createIndexedDbOutboxStorage } from "./indexed-db-outbox-storage.ts";

const NAME = "duka-outbox-test";
const events: string[] = [];
const transactions: IDBTransaction[] = [];

let onBegin: (transaction: IDBTransaction) => void = () => undefined;

/** Sees every transaction before idb does, so that its listeners are the first to hear. */
function watchTransactions(): void {
  const { prototype } = FDBDatabase;
  // oxlint-disable-next-line typescript/unbound-method -- it is called with the database as `this`
  const original = prototype.transaction;
  vi.spyOn(prototype, "transaction").mockImplementation(function watched(this: IDBDatabase, ...options) {
    const transaction = original.apply(this, options);
    transactions.push(transaction);
    queueMicrotask(() => onBegin(transaction));
    transaction.addEventListener("complete", () => {
      // Of the transactions that the test is about, not of those that opened the outbox.
      if (transactions.includes(transaction)) events.push("complete");
    });
    return transaction;
  });
}

const open = (): Promise<Outbox> =>
  openOutbox(createIndexedDbOutboxStorage(NAME), { shopId: TEST_SHOP_ID, newId: () => testId(99) });
const save = (outbox: Outbox, number: number) =>
  outbox.enqueue(testId(number), (allocation) => recordOf(allocation, testId(number)));

beforeEach(() => {
  globalThis.indexedDB = new FDBFactory();
  events.length = 0;
  transactions.length = 0;
  watchTransactions();
});

afterEach(() => {
  vi.restoreAllMocks();
});

test("every transaction that writes the outbox asks for strict durability", async () => {
  const outbox = await open();
  await save(outbox, 1);
  await outbox.apply([{ deviceSeq: 1, event: { type: "ack", result: { id: testId(1), status: "created" } } }]);
  await outbox.markReceiptSeen(testId(1));
  await outbox.probe();
  const writing = transactions.filter((transaction) => transaction.mode === "readwrite");
  expect(writing.length).toBeGreaterThanOrEqual(5);
  expect(writing.map((transaction) => transaction.durability)).toEqual(writing.map(() => "strict"));
  await outbox.close();
});

test("a sale is not reported saved before its transaction is complete", async () => {
  const outbox = await open();
  transactions.length = 0;
  events.length = 0;
  await save(outbox, 1).then(() => events.push("reported"));
  expect(events).toEqual(["complete", "reported"]);
  await outbox.close();
});

test("a sale whose transaction the browser aborts is reported as not saved", async () => {
  const outbox = await open();
  onBegin = (transaction) => transaction.abort();
  await expect(save(outbox, 1)).rejects.toThrow(/abort|inactive|not active/i);
  onBegin = () => undefined;
  expect(await outbox.listRecent(9)).toEqual([]);
  expect((await save(outbox, 2)).record.deviceSeq).toBe(1);
  await outbox.close();
});

test("an app that was rolled back opens the newer database as it is, and its queue is all there", async () => {
  const before = await open();
  await save(before, 1);
  await before.close();
  await raiseVersion(7);
  const after = await open();
  expect((await save(after, 2)).record.deviceSeq).toBe(2);
  expect(await after.listUnsent()).toHaveLength(2);
  await after.close();
});

test("a connection steps aside for a newer app in another tab, and comes back for the next sale", async () => {
  const outbox = await open();
  await save(outbox, 1);
  await raiseVersion(2);
  expect((await save(outbox, 2)).record.deviceSeq).toBe(2);
  await outbox.close();
});

test("two tabs number their sales from one count", async () => {
  const [one, other] = await Promise.all([open(), open()]);
  const tabs = [one, other];
  const saved = await Promise.all(Array.from({ length: 20 }, (_, at) => save(tabs[at % 2] ?? one, at + 1)));
  const numbers = saved.map(({ record }) => record.deviceSeq).toSorted((a, b) => a - b);
  expect(numbers).toEqual(Array.from({ length: 20 }, (_, at) => at + 1));
  expect(new Set(saved.map(({ record }) => record.incarnation)).size).toBe(1);
  await Promise.all(tabs.map((tab) => tab.close()));
});

test("an outbox that the browser evicted begins a new incarnation, so that no number means two sales", async () => {
  let minted = 0;
  const openNext = () =>
    openOutbox(createIndexedDbOutboxStorage(NAME), { shopId: TEST_SHOP_ID, newId: () => testId((minted += 1)) });
  const before = await openNext();
  const first = await save(before, 1);
  await before.close();
  globalThis.indexedDB = new FDBFactory();
  const after = await openNext();
  const second = await save(after, 2);
  expect(second.record.deviceSeq).toBe(1);
  expect(second.record.incarnation).not.toBe(first.record.incarnation);
  await after.close();
});

function raiseVersion(version: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open(NAME, version);
    opening.addEventListener("error", () => reject(new Error("the database was not opened")));
    opening.addEventListener("success", () => {
      opening.result.close();
      resolve();
    });
  });
}
