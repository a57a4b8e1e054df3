import type { ClockReading, PushResult } from "@duka/protocol";
import type { RecordState } from "./record-state.ts";

/** Who is sending a record, and until when others keep off (wall time of this device). */
export interface Lease {
  readonly owner: string;
  readonly expiresAtMs: number;
}

/**
 * One fact. `body` is frozen text from the moment of enqueue: never re-serialised, never migrated.
 * `saleOf` reads what a screen shows out of it.
 */
export interface OutboxRecord {
  /** UUIDv7; the sale's external_id. */
  readonly id: string;
  readonly kind: "sale";
  readonly v: number;
  readonly body: string;
  /** Of the body's UTF-8 bytes, lower-case hex. */
  readonly sha256: string;
  readonly incarnation: string;
  readonly deviceSeq: number;
  /** Facts of one lane keep their order; sales are each their own lane. */
  readonly lane: string;
  /** Id of a fact that must be sent before this one. */
  readonly dependsOn?: string;
  readonly occurredAtMs: number;
  readonly clock: ClockReading;
  readonly state: RecordState;
  readonly attempts: number;
  /** Set once the record failed while it was sent alone: from then on it travels alone. */
  readonly sendAlone: boolean;
  readonly nextAttemptAtMs: number;
  readonly lease?: Lease;
  readonly lastResult?: PushResult;
  readonly valueMinor: number;
  readonly currencyExponent: number;
}

/** A row that cannot be read as a record. It is kept as it is, counted, shown and exportable. */
export interface CorruptRow {
  readonly deviceSeq: number;
  readonly reason: string;
  readonly raw: unknown;
}
