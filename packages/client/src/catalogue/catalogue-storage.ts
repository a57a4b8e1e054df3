import type { PullAck } from "@duka/protocol";

export type CatalogueKind = "product" | "alert";

/** A row of the cache: what the server sent, and which of this till's facts its figures already include. */
export interface CatalogueRow {
  /** "product:12" */
  readonly key: string;
  readonly kind: CatalogueKind;
  /** Rows of an older load are removed when the newer one is complete. */
  readonly generation: number;
  readonly ack: PullAck;
  readonly value: object;
}

/** Where the cache stands. Written in the same transaction as the rows it speaks of. */
export interface CataloguePosition {
  readonly v: 1;
  readonly cursor: string | undefined;
  readonly generation: number;
  /** A load of this generation reached the head at least once. */
  readonly isComplete: boolean;
  /** What the server had of this till when the cache was last level with it. */
  readonly headAck: PullAck | undefined;
  readonly lastPulledAtMs: number | undefined;
}

export interface CatalogueChange {
  /** Applied only while the stored cursor is still this one; another tab may have gone ahead. */
  readonly expectedCursor: string | undefined;
  readonly position: CataloguePosition;
  readonly rows: readonly CatalogueRow[];
  readonly deletedKeys: readonly string[];
  /** Removes rows of older generations than the position's. */
  readonly dropsOlderGenerations: boolean;
}

/** A cache in a database of its own: it may be emptied at any time, and is never asked for a sale. */
export interface CatalogueStorage {
  position(): Promise<unknown>;
  /** One transaction; false when the stored cursor was another. */
  apply(change: CatalogueChange): Promise<boolean>;
  rows(kind: CatalogueKind): Promise<readonly CatalogueRow[]>;
  count(kind: CatalogueKind): Promise<number>;
  /** Frees the room that the cache takes. */
  clear(): Promise<void>;
  close(): Promise<void>;
}
