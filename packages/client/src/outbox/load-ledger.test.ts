import { describe, expect, test } from "vitest";
import { recordOf, TEST_SHOP_ID, testId } from "../testing/sale-drafts.ts";
import { type Outbox, openOutbox } from "./outbox.ts";
import { createMemoryOutboxStorage, type MemoryOutbox } from "./storage/memory-outbox-storage.ts";

const open = (disk: MemoryOutbox, incarnation: number): Promise<Outbox> =>
  openOutbox(createMemoryOutboxStorage(disk), { shopId: TEST_SHOP_ID, newId: () => testId(incarnation) });
const save = async (outbox: Outbox, number: number) =>
  (await outbox.enqueue(testId(number), (allocation) => recordOf(allocation, testId(number)))).record;

async function usedDisk(): Promise<MemoryOutbox> {
  const disk: MemoryOutbox = { ledger: undefined, rows: new Map() };
  const outbox = await open(disk, 0x100);
  for (const number of [1, 2, 3, 4]) await save(outbox, number);
  const result = { id: testId(1), status: "created" } as const;
  await outbox.apply([1, 2].map((deviceSeq) => ({ deviceSeq, event: { type: "ack", result } })));
  await outbox.apply([{ deviceSeq: 1, event: { type: "prune" } }]);
  return disk;
}

describe("a book-keeping row that is damaged", () => {
  test.each([undefined, null, "?", { v: 1 }, { v: 2 }])("(%j) is rebuilt from the records", async (damaged) => {
    const disk = await usedDisk();
    const whole = disk.ledger;
    disk.ledger = damaged;
    const { ledger } = await (await open(disk, 0x200)).summary();
    expect(ledger).toEqual({ ...Object(whole), unseenReceipts: [] });
  });

  test("never lets a number or a receipt number be used again", async () => {
    const disk = await usedDisk();
    disk.ledger = undefined;
    const record = await save(await open(disk, 0x200), 5);
    expect(record).toMatchObject({ deviceSeq: 5, incarnation: testId(0x100) });
  });

  test("with no readable record left, begins a new incarnation above every number there is", async () => {
    const disk = await usedDisk();
    disk.ledger = undefined;
    for (const deviceSeq of disk.rows.keys()) disk.rows.set(deviceSeq, { deviceSeq, id: `broken-${deviceSeq}` });
    const record = await save(await open(disk, 0x200), 5);
    expect(record).toMatchObject({ deviceSeq: 5, incarnation: testId(0x200) });
  });
});

test("sums that do not agree with the records are put right at start, the numbers stay", async () => {
  const disk = await usedDisk();
  disk.ledger = { ...Object(disk.ledger), unsentCount: 40, unsentValueMinor: 1, lastDeviceSeq: 9 };
  const outbox = await open(disk, 0x200);
  expect((await outbox.summary()).ledger).toMatchObject({ unsentCount: 2, unsentValueMinor: 700, lastDeviceSeq: 9 });
  expect((await save(outbox, 10)).deviceSeq).toBe(10);
});
