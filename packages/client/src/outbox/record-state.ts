/**
 * The life of one record.
 *
 * | state       | enters when                                    | leaves when                                        |
 * |-------------|------------------------------------------------|----------------------------------------------------|
 * | queued      | enqueued; released after an unknown outcome;   | leased for sending → inflight; answered late       |
 * |             | re-offered because the server lost it          | → acked or quarantined                             |
 * | inflight    | leased by a drain                              | answered → acked or quarantined; released → queued |
 * | acked       | answered `created` or `duplicate`              | re-offered → queued; pruned → gone                 |
 * | quarantined | answered `mismatch` or `quarantined`           | re-offered → queued                                |
 *
 * A record found inflight at start has an unknown outcome: it is leased again and the same bytes are sent.
 * Isolating keeps a record queued, but it travels alone from then on: others pass while it fails.
 * `held` is a state of the queue, never of a record. There is no "dropped" and no limit on tries.
 * The first final answer stands: a later one for the same record changes nothing.
 */
export type RecordState = "queued" | "inflight" | "acked" | "quarantined";

export type RecordEventType = "lease" | "ack" | "quarantine" | "release" | "isolate" | "reoffer" | "prune";

export const RECORD_EVENTS: readonly RecordEventType[] = [
  "lease",
  "ack",
  "quarantine",
  "release",
  "isolate",
  "reoffer",
  "prune",
];

export const RECORD_STATES: readonly RecordState[] = ["queued", "inflight", "acked", "quarantined"];

type Step = RecordState | "pruned" | "ignored";

const STEPS: Readonly<Record<RecordState, Readonly<Record<RecordEventType, Step>>>> = {
  queued: {
    lease: "inflight",
    ack: "acked",
    quarantine: "quarantined",
    release: "ignored",
    isolate: "queued",
    reoffer: "ignored",
    prune: "ignored",
  },
  inflight: {
    lease: "inflight",
    ack: "acked",
    quarantine: "quarantined",
    release: "queued",
    isolate: "ignored",
    reoffer: "ignored",
    prune: "ignored",
  },
  acked: {
    lease: "ignored",
    ack: "ignored",
    quarantine: "ignored",
    release: "ignored",
    isolate: "ignored",
    reoffer: "queued",
    prune: "pruned",
  },
  quarantined: {
    lease: "ignored",
    ack: "ignored",
    quarantine: "ignored",
    release: "ignored",
    isolate: "ignored",
    reoffer: "queued",
    prune: "ignored",
  },
};

/** The next state of a record, `"pruned"` when it goes, `"ignored"` when the event means nothing to it. */
export function nextState(state: RecordState, event: RecordEventType): Step {
  return STEPS[state][event];
}

/** Unsent: the server is not known to have it in any form. */
export function isUnsent(state: RecordState): boolean {
  return state === "queued" || state === "inflight";
}
