import type { Selectable } from "kysely";
import type { AlertsTable, ProductsTable, Trx } from "../../database/schema.ts";
import { readChangedAlerts, readChangedProducts, readOpenAlertsById, readProductsById } from "./pull.queries.ts";
import { AFTER_EVERY_ID, PULL_KINDS, type PullCursor } from "./pull-cursor.ts";

export type PullPage = {
  readonly products: readonly Selectable<ProductsTable>[];
  readonly alerts: readonly Selectable<AlertsTable>[];
  readonly cursor: PullCursor;
  readonly more: boolean;
};

export type PageRequest = {
  readonly cursor: PullCursor;
  /** The shop's version in the same snapshot. */
  readonly head: number;
  readonly rowsMax: number;
};

type Change =
  | { readonly kind: "product"; readonly row: Selectable<ProductsTable> }
  | { readonly kind: "alert"; readonly row: Selectable<AlertsTable> };

const LAST_KIND = "alert";

/** The next page after the cursor. The transaction must be one snapshot: the cursor may then never pass a row. */
export function readPage(trx: Trx, request: PageRequest): Promise<PullPage> {
  return request.cursor.phase === "load" ? readLoadPage(trx, request) : readDeltaPage(trx, request);
}

async function readLoadPage(trx: Trx, { cursor, head, rowsMax }: PageRequest): Promise<PullPage> {
  const shopId = cursor.shop;
  const products = cursor.kind === "product" ? await readProductsById(trx, cursor.id, { shopId, rowsMax }) : [];
  const lastProduct = products.at(-1);
  if (lastProduct !== undefined && products.length === rowsMax) {
    return { products, alerts: [], cursor: { ...cursor, id: lastProduct.id }, more: true };
  }
  const alertsRead = cursor.kind === "alert" ? cursor.id : 0;
  const alertsMax = rowsMax - products.length;
  const alerts = await readOpenAlertsById(trx, alertsRead, { shopId, rowsMax: alertsMax });
  const lastAlert = alerts.at(-1);
  if (lastAlert !== undefined && alerts.length === alertsMax) {
    return { products, alerts, cursor: { ...cursor, kind: "alert", id: lastAlert.id }, more: true };
  }
  const loaded: PullCursor = { ...cursor, phase: "delta", kind: LAST_KIND, id: AFTER_EVERY_ID };
  return { products, alerts, cursor: loaded, more: head > cursor.version };
}

async function readDeltaPage(trx: Trx, { cursor, head, rowsMax }: PageRequest): Promise<PullPage> {
  // One row more than the page holds tells whether anything is left.
  const changes = (await readChanges(trx, cursor, rowsMax + 1)).toSorted(compareChanges);
  const kept = changes.slice(0, rowsMax);
  const last = kept.at(-1);
  const more = changes.length > kept.length;
  const position: Pick<PullCursor, "version" | "kind" | "id"> =
    more && last !== undefined
      ? { version: last.row.version, kind: last.kind, id: last.row.id }
      : { version: head, kind: LAST_KIND, id: AFTER_EVERY_ID };
  return {
    products: kept.flatMap((change) => (change.kind === "product" ? [change.row] : [])),
    alerts: kept.flatMap((change) => (change.kind === "alert" ? [change.row] : [])),
    cursor: { ...cursor, ...position },
    more,
  };
}

async function readChanges(trx: Trx, cursor: PullCursor, rowsMax: number): Promise<Change[]> {
  const page = { shopId: cursor.shop, rowsMax };
  // Within the cursor's own version, kinds before its kind are read to the end and kinds after it not at all.
  const productsAfter = cursor.kind === "product" ? cursor.id : AFTER_EVERY_ID;
  const alertsAfter = cursor.kind === "alert" ? cursor.id : 0;
  const products = await readChangedProducts(trx, { version: cursor.version, id: productsAfter }, page);
  const alerts = await readChangedAlerts(trx, { version: cursor.version, id: alertsAfter }, page);
  return [
    ...products.map((row) => ({ kind: "product", row }) as const),
    ...alerts.map((row) => ({ kind: "alert", row }) as const),
  ];
}

function compareChanges(left: Change, right: Change): number {
  return (
    left.row.version - right.row.version ||
    PULL_KINDS.indexOf(left.kind) - PULL_KINDS.indexOf(right.kind) ||
    left.row.id - right.row.id
  );
}
