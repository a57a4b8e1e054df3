import { assert } from "@duka/domain";
import type { SequenceRange } from "@duka/protocol";
import { applyEvent, type RecordEvent } from "./apply-event.ts";
import { inspectOutbox } from "./inspect-outbox.ts";
import { loadLedger, type LedgerSeed } from "./load-ledger.ts";
import { type OutboxLedger, withEnqueued, withTransition } from "./outbox-ledger.ts";
import type { CorruptRow, OutboxRecord } from "./outbox-record.ts";
import type { OutboxReader, OutboxStorage, OutboxWriter, StoredRow } from "./outbox-storage.ts";
import { readRecord } from "./read-record.ts";
import { eachRow, eachRowInState, unsentRowsAfter } from "./read-rows.ts";
import { receiptNumber } from "./receipt-number.ts";

/** The numbers that a new record gets, in the transaction that stores it. */
export interface Allocation {
  readonly incarnation: string;
  readonly deviceSeq: number;
  readonly receiptNumber: string;
}

export interface RecordChange {
  readonly deviceSeq: number;
  readonly event: RecordEvent;
}

export interface Enqueued {
  readonly record: OutboxRecord;
  readonly ledger: OutboxLedger;
}

export interface OutboxSummary {
  readonly ledger: OutboxLedger;
  readonly oldestUnsentAtMs: number | undefined;
  readonly corruptCount: number;
}

/** The queue of facts on this device. Every write is one strict transaction. */
export interface Outbox {
  /**
   * Stores a new record under the next numbers; gives back the one that has this id already, if there is one.
   * `build` is synchronous: nothing may be awaited between the numbers and the write.
   */
  enqueue(id: string, build: (allocation: Allocation) => OutboxRecord): Promise<Enqueued>;
  /** Applies all the changes in one transaction; returns the records they left, in the same order, without the ignored. */
  apply(changes: readonly RecordChange[]): Promise<readonly OutboxRecord[]>;
  /** Puts acknowledged records back in the queue, oldest first, at most `limit`; returns how many. */
  reoffer(ranges: readonly SequenceRange[], limit: number): Promise<number>;
  summary(): Promise<OutboxSummary>;
  /** Readable unsent records with a number above `after`, and the last number looked at (undefined: no more). */
  unsentAfter(
    after: number,
    limit: number,
  ): Promise<{ records: readonly OutboxRecord[]; lastSeen: number | undefined }>;
  listUnsent(): Promise<readonly OutboxRecord[]>;
  listQuarantined(): Promise<readonly OutboxRecord[]>;
  listAcked(limit: number): Promise<readonly OutboxRecord[]>;
  listRecent(limit: number): Promise<readonly OutboxRecord[]>;
  listAfter(deviceSeq: number): Promise<readonly OutboxRecord[]>;
  listCorrupt(): Promise<readonly CorruptRow[]>;
  listUnseenReceipts(): Promise<readonly OutboxRecord[]>;
  markReceiptSeen(id: string): Promise<void>;
  noteClock(clock: NonNullable<OutboxLedger["clock"]>): Promise<void>;
  /** A strict write that changes nothing: rejects when the device cannot store a sale now. */
  probe(): Promise<void>;
  close(): Promise<void>;
}

/** Opens the outbox of one shop; rejects when the storage fails or belongs to another shop. */
export async function openOutbox(storage: OutboxStorage, seed: LedgerSeed): Promise<Outbox> {
  const inspection = await inspectOutbox(storage, seed);
  assert(inspection.ledger.shopId === seed.shopId, "this outbox belongs to another shop");
  const corrupt = new Map(inspection.corrupt);
  const readAll = (rows: readonly StoredRow[]): OutboxRecord[] => rows.flatMap((row) => readOrNote(row, corrupt));
  const read = <T>(work: (reader: OutboxReader) => Promise<T>): Promise<T> => storage.read(work);
  const collect = async (visit: (reader: OutboxReader, take: (row: StoredRow) => void) => Promise<void>) => {
    const records: OutboxRecord[] = [];
    await read((reader) => visit(reader, (row) => void records.push(...readOrNote(row, corrupt))));
    return records;
  };
  return {
    enqueue: (id, build) => storage.write((writer) => enqueue(writer, { seed, id, build })),
    apply: (changes) => storage.write((writer) => applyAll(writer, seed, changes)),
    reoffer: (ranges, limit) => storage.write((writer) => reoffer(writer, { seed, ranges, limit })),
    summary: () =>
      read(async (reader) => {
        const ledger = await loadLedger(reader, seed);
        const oldest = readAll(await unsentRowsAfter(reader, 0, 1))[0];
        return { ledger, oldestUnsentAtMs: oldest?.occurredAtMs, corruptCount: corrupt.size };
      }),
    unsentAfter: async (after, limit) => {
      const rows = await read((reader) => unsentRowsAfter(reader, after, limit));
      return { records: readAll(rows), lastSeen: rows.length < limit ? undefined : rows.at(-1)?.deviceSeq };
    },
    listUnsent: async () => {
      const records = await collect(async (reader, take) => {
        await eachRowInState(reader, "queued", take);
        await eachRowInState(reader, "inflight", take);
      });
      return records.toSorted((a, b) => a.deviceSeq - b.deviceSeq);
    },
    listQuarantined: () => collect((reader, take) => eachRowInState(reader, "quarantined", take)),
    listAcked: async (limit) => readAll(await read((reader) => reader.rowsInState("acked", 0, limit))),
    listRecent: async (limit) => readAll(await read((reader) => reader.newestRows(limit))),
    listAfter: (deviceSeq) => collect((reader, take) => eachRow(reader, take, deviceSeq)),
    listCorrupt: () =>
      read(async (reader) => {
        const rows = await Promise.all([...corrupt.keys()].map((deviceSeq) => reader.row(deviceSeq)));
        return [...corrupt].map(([deviceSeq, reason], at) => ({ deviceSeq, reason, raw: rows[at]?.value }));
      }),
    listUnseenReceipts: async () =>
      readAll(
        await read(async (reader) => {
          const { unseenReceipts } = await loadLedger(reader, seed);
          const rows = await Promise.all(unseenReceipts.map((deviceSeq) => reader.row(deviceSeq)));
          return rows.filter((row) => row !== undefined);
        }),
      ),
    markReceiptSeen: (id) => storage.write((writer) => markReceiptSeen(writer, seed, id)),
    noteClock: (clock) =>
      storage.write(async (writer) => writer.putLedger({ ...(await loadLedger(writer, seed)), clock })),
    probe: () => storage.write(async (writer) => writer.putLedger(await loadLedger(writer, seed))),
    close: () => storage.close(),
  };
}

function readOrNote(row: StoredRow, corrupt: Map<number, string>): OutboxRecord[] {
  const read = readRecord(row);
  if (read.ok) return [read.value];
  corrupt.set(row.deviceSeq, read.error);
  return [];
}

async function enqueue(
  writer: OutboxWriter,
  { seed, id, build }: { seed: LedgerSeed; id: string; build: (allocation: Allocation) => OutboxRecord },
): Promise<Enqueued> {
  const ledger = await loadLedger(writer, seed);
  const known = await writer.rowById(id);
  if (known !== undefined) return { record: readable(known), ledger };
  const record = build({
    incarnation: ledger.incarnation,
    deviceSeq: ledger.lastDeviceSeq + 1,
    receiptNumber: receiptNumber(ledger.incarnation, ledger.lastReceipt + 1),
  });
  assert(record.deviceSeq === ledger.lastDeviceSeq + 1 && record.state === "queued", "a new record is queued in order");
  // What could not be read back would never be sent: better no sale than one that is lost.
  readable({ deviceSeq: record.deviceSeq, value: record });
  const after = withEnqueued(ledger, record);
  await writer.addRow(record);
  await writer.putLedger(after);
  return { record, ledger: after };
}

function readable(row: StoredRow): OutboxRecord {
  const read = readRecord(row);
  if (!read.ok) throw new Error(`Record ${row.deviceSeq} is damaged: ${read.error}.`);
  return read.value;
}

async function applyAll(
  writer: OutboxWriter,
  seed: LedgerSeed,
  changes: readonly RecordChange[],
): Promise<readonly OutboxRecord[]> {
  let ledger = await loadLedger(writer, seed);
  const left: OutboxRecord[] = [];
  for (const { deviceSeq, event } of changes) {
    const row = await writer.row(deviceSeq);
    const read = row === undefined ? undefined : readRecord(row);
    if (!read?.ok) continue;
    const after = applyEvent(read.value, event);
    if (after === undefined) continue;
    ledger = withTransition(ledger, read.value, after === "pruned" ? undefined : after);
    if (after === "pruned") {
      await writer.deleteRow(deviceSeq);
    } else {
      await writer.putRow(after);
      left.push(after);
    }
  }
  await writer.putLedger(ledger);
  return left;
}

async function reoffer(
  writer: OutboxWriter,
  { seed, ranges, limit }: { seed: LedgerSeed; ranges: readonly SequenceRange[]; limit: number },
): Promise<number> {
  const changes: RecordChange[] = [];
  for (const [from, to] of ranges) {
    const rows = await writer.rowsAfter(from - 1, limit - changes.length);
    const inRange = rows.filter((row) => row.deviceSeq <= to);
    changes.push(...inRange.map(({ deviceSeq }) => ({ deviceSeq, event: { type: "reoffer" } as const })));
    if (changes.length >= limit) break;
  }
  return (await applyAll(writer, seed, changes)).length;
}

async function markReceiptSeen(writer: OutboxWriter, seed: LedgerSeed, id: string): Promise<void> {
  const row = await writer.rowById(id);
  if (row === undefined) return;
  const ledger = await loadLedger(writer, seed);
  const unseenReceipts = ledger.unseenReceipts.filter((deviceSeq) => deviceSeq !== row.deviceSeq);
  await writer.putLedger({ ...ledger, unseenReceipts });
}
