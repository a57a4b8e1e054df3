import type { Trx } from "../database/schema.ts";
import { readContiguousSeq } from "./push/device.queries.ts";
import { type OutboxKey, readNumbersAbove } from "./push/device-results.queries.ts";
import { clipRanges, rangesOfNumbers, type SequenceRanges, subtractRanges } from "./sequence-ranges.ts";
import type { SequenceRange } from "@duka/protocol";

/** Numbers beyond a hole that one request looks at. A device has few holes; what lies further waits for the next request. */
const NUMBERS_BEYOND_MAX = 5_000;

/** Which facts of one outbox this server has answered. */
export type OutboxCoverage = {
  /** All from 1 to here. */
  readonly contiguousSeq: number;
  /** Beyond the first hole. */
  readonly extra: readonly SequenceRange[];
  /** Beyond this number the coverage was not looked at. */
  readonly lookedUpTo: number;
};

/** Reads the coverage from what is recorded; the contiguous mark is moved over any numbers that have closed its hole. */
export async function readCoverage(trx: Trx, key: OutboxKey): Promise<OutboxCoverage> {
  const afterSeq = await readContiguousSeq(trx, key);
  const numbers = await readNumbersAbove(trx, key, { afterSeq, rowsMax: NUMBERS_BEYOND_MAX });
  const isCutShort = numbers.length === NUMBERS_BEYOND_MAX;
  return {
    ...splitAtHole(afterSeq, rangesOfNumbers(numbers)),
    lookedUpTo: isCutShort ? (numbers.at(-1) ?? afterSeq) : Number.MAX_SAFE_INTEGER,
  };
}

function splitAtHole(contiguousSeq: number, beyond: readonly SequenceRange[]) {
  const [first, ...rest] = beyond;
  if (first === undefined || first[0] > contiguousSeq + 1) return { contiguousSeq, extra: beyond };
  return { contiguousSeq: first[1], extra: rest };
}

/** What the device holds acknowledgements for and this server has never heard of: the traces of a restore. */
export function missingFrom(coverage: OutboxCoverage, confirmed: SequenceRanges): SequenceRange[] {
  const known: SequenceRanges = [[1, coverage.contiguousSeq], ...coverage.extra];
  return subtractRanges(clipRanges(confirmed, coverage.lookedUpTo), known);
}

/** The coverage once these numbers are answered as well. */
export function addNumbers(coverage: OutboxCoverage, numbers: readonly number[]): OutboxCoverage {
  const beyond = subtractRanges([...coverage.extra, ...rangesOfNumbers(numbers)], [[1, coverage.contiguousSeq]]);
  return { ...coverage, ...splitAtHole(coverage.contiguousSeq, beyond) };
}
