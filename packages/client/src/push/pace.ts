import { PUSH_ITEMS_MAX } from "@duka/protocol";

const BATCH_ITEMS_START = 50;
const BATCH_ITEMS_STEP = 25;
const ROUND_TRIP_AIM_MS = 5_000;
/** More suspects than this at once is a broken server, not broken records. */
export const SUSPECTS_MAX = 8;
/** Records refused one by one, with none accepted between, before the queue is held. */
const REFUSALS_BEFORE_HOLD = 3;

/**
 * How much to send next, and from where.
 *
 * | situation                                | next                                                             |
 * |------------------------------------------|------------------------------------------------------------------|
 * | batch answered                           | larger by a step, or smaller when the round trip was over aim    |
 * | batch of many failed                     | half as many: a poisoned batch is bisected                       |
 * | batch of one failed                      | it is a suspect; go on after it                                  |
 * | batch answered while there are suspects  | the suspects are to blame: they travel alone from now on         |
 * | only failures                            | nobody is to blame but the server: every record gets its turn    |
 */
export interface Pace {
  readonly itemsMax: number;
  /** Records up to this number were tried one by one in vain; 0: begin at the oldest. */
  readonly resumeAfter: number;
  readonly suspects: readonly number[];
  /** Single records refused (4xx) in a row. */
  readonly refusals: number;
}

export const INITIAL_PACE: Pace = { itemsMax: BATCH_ITEMS_START, resumeAfter: 0, suspects: [], refusals: 0 };

/** The pace after an answer with results. */
export function paceAfterAnswer(pace: Pace, { items, roundTripMs }: { items: number; roundTripMs: number }): Pace {
  return { itemsMax: itemsAfterAnswer(pace.itemsMax, items, roundTripMs), resumeAfter: 0, suspects: [], refusals: 0 };
}

/** The pace after a failure that may be the records' fault. */
export function paceAfterFailure(pace: Pace, deviceSeqs: readonly number[], isRefusal: boolean): Pace {
  const [only, ...others] = deviceSeqs;
  if (only === undefined) return pace;
  if (others.length > 0) return { ...pace, itemsMax: Math.max(1, Math.floor(deviceSeqs.length / 2)) };
  return {
    itemsMax: 1,
    resumeAfter: only,
    suspects: [...pace.suspects.filter((suspect) => suspect !== only), only].slice(-SUSPECTS_MAX),
    refusals: isRefusal ? pace.refusals + 1 : 0,
  };
}

/** Whether the refusals are the server's word on everything, not on single records. */
export function isRefusingAll(pace: Pace, unsentCount: number): boolean {
  return pace.refusals >= Math.min(REFUSALS_BEFORE_HOLD, Math.max(unsentCount, 1));
}

function itemsAfterAnswer(itemsMax: number, items: number, roundTripMs: number): number {
  if (roundTripMs > ROUND_TRIP_AIM_MS) {
    return Math.max(1, Math.floor((Math.max(items, 1) * ROUND_TRIP_AIM_MS) / roundTripMs));
  }
  // A batch that was not full says nothing about what the link can bear, but a small one must not keep it small.
  return Math.min(PUSH_ITEMS_MAX, itemsMax + BATCH_ITEMS_STEP);
}
