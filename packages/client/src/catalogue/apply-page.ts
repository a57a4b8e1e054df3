import type { PullResponse } from "@duka/protocol";
import type { CatalogueChange, CatalogueKind, CataloguePosition, CatalogueRow } from "./catalogue-storage.ts";
import { isFields, isInteger } from "../fields.ts";

export const EMPTY_POSITION: CataloguePosition = {
  v: 1,
  cursor: undefined,
  generation: 1,
  isComplete: false,
  headAck: undefined,
  lastPulledAtMs: undefined,
};

/** The stored position, or that of an empty cache when there is none or it cannot be read. */
export function readPosition(stored: unknown): CataloguePosition {
  const isPosition = isFields(stored) && stored["v"] === 1 && isInteger(stored["generation"]);
  // `apply` is the only writer, and writes whole positions.
  return isPosition ? (stored as unknown as CataloguePosition) : EMPTY_POSITION;
}

/** The one transaction that a page becomes: its rows, what it deletes, and the cursor after it. */
export function changeOfPage(position: CataloguePosition, page: PullResponse, nowMs: number): CatalogueChange {
  const toRow = (kind: CatalogueKind, value: { readonly id: number }): CatalogueRow => ({
    key: `${kind}:${value.id}`,
    kind,
    generation: position.generation,
    ack: page.ack,
    value,
  });
  const isLevel = !page.more;
  return {
    expectedCursor: position.cursor,
    rows: [
      ...page.products.map((product) => toRow("product", product)),
      ...page.alerts.filter((alert) => alert.open).map((alert) => toRow("alert", alert)),
    ],
    deletedKeys: [
      ...page.tombstones.map(({ kind, id }) => `${kind}:${id}`),
      ...page.alerts.filter((alert) => !alert.open).map(({ id }) => `alert:${id}`),
    ],
    dropsOlderGenerations: isLevel && !position.isComplete,
    position: {
      ...position,
      cursor: page.cursor,
      isComplete: position.isComplete || isLevel,
      headAck: isLevel ? page.ack : position.headAck,
      lastPulledAtMs: isLevel ? nowMs : position.lastPulledAtMs,
    },
  };
}

/**
 * The server can't go on from our cursor: load everything anew. Rows of the old load stay to sell from until
 * the new one is complete. The outbox is not involved.
 */
export function changeOfReset(position: CataloguePosition): CatalogueChange {
  return {
    expectedCursor: position.cursor,
    rows: [],
    deletedKeys: [],
    dropsOlderGenerations: false,
    position: { ...EMPTY_POSITION, generation: position.generation + 1, lastPulledAtMs: position.lastPulledAtMs },
  };
}
