import type { OutboxReader, StoredRow } from "./outbox-storage.ts";
import type { RecordState } from "./record-state.ts";

const PAGE_ROWS = 200;

/** Visits every row in the order of its number, a page at a time. */
export async function eachRow(reader: OutboxReader, visit: (row: StoredRow) => void, after = 0): Promise<void> {
  await eachPage((last) => reader.rowsAfter(last, PAGE_ROWS), visit, after);
}

/** Visits every row of one state in the order of its number. */
export async function eachRowInState(
  reader: OutboxReader,
  state: RecordState,
  visit: (row: StoredRow) => void,
): Promise<void> {
  await eachPage((last) => reader.rowsInState(state, last, PAGE_ROWS), visit, 0);
}

/** Unsent rows with a number above `after`, ascending, at most `limit`. */
export async function unsentRowsAfter(reader: OutboxReader, after: number, limit: number): Promise<StoredRow[]> {
  const queued = await reader.rowsInState("queued", after, limit);
  const inflight = await reader.rowsInState("inflight", after, limit);
  return [...queued, ...inflight].toSorted((a, b) => a.deviceSeq - b.deviceSeq).slice(0, limit);
}

async function eachPage(
  readAfter: (deviceSeq: number) => Promise<readonly StoredRow[]>,
  visit: (row: StoredRow) => void,
  after: number,
): Promise<void> {
  let last: number | undefined = after;
  // Ends because every page begins above the one before and a short page is the last.
  while (last !== undefined) {
    const page: readonly StoredRow[] = await readAfter(last);
    page.forEach(visit);
    last = page.length < PAGE_ROWS ? undefined : page.at(-1)?.deviceSeq;
  }
}
