import type { KnownSale, SaleContent, SaleToRecord } from "@duka/domain";
import type { Trx } from "../../database/schema.ts";
import { storedFlags } from "../stored-flags.ts";
import { selectConflictFingerprints, selectContents, selectKnownSales } from "./shop-state.queries.ts";

type KnownRow = Awaited<ReturnType<typeof selectKnownSales>>[number];
type Sought = { readonly sales: readonly SaleToRecord[]; readonly externalIds: readonly string[] };

/** The sales already recorded under one of the ids; with their content only where one comes with another fingerprint. */
export async function loadKnownSales(trx: Trx, shopId: string, sought: Sought): Promise<readonly KnownSale[]> {
  const rows = await selectKnownSales(trx, shopId, sought.externalIds);
  const disputed = disputedRows(rows, sought.sales);
  if (disputed.length === 0) return rows.map((row) => knownSale(row));
  const contents = await loadContents(trx, shopId, disputed);
  const conflicts = await selectConflictFingerprints(
    trx,
    shopId,
    disputed.map((row) => row.external_id),
  );
  return rows.map((row) => {
    const content = contents.get(row.id);
    const own = conflicts.filter((conflict) => conflict.external_id === row.external_id);
    const known = knownSale(
      row,
      own.map((conflict) => conflict.fingerprint),
    );
    return content === undefined ? known : { ...known, content };
  });
}

function disputedRows(rows: readonly KnownRow[], sales: readonly SaleToRecord[]): readonly KnownRow[] {
  const byId = new Map(rows.map((row) => [row.external_id, row]));
  const disputed = sales.flatMap(({ externalId, fingerprint }) => {
    const row = byId.get(externalId);
    return row === undefined || row.fingerprint === fingerprint ? [] : [row];
  });
  return [...new Set(disputed)];
}

async function loadContents(trx: Trx, shopId: string, rows: readonly KnownRow[]): Promise<Map<number, SaleContent>> {
  const contents = await selectContents(
    trx,
    shopId,
    rows.map((row) => row.id),
  );
  // Written by us as canonical JSON of a SaleContent, and never changed.
  return new Map(contents.map((row) => [row.sale_id, JSON.parse(row.content) as SaleContent]));
}

function knownSale(row: KnownRow, conflictFingerprints: readonly string[] = []): KnownSale {
  return {
    externalId: row.external_id,
    saleId: row.id,
    fingerprint: row.fingerprint,
    flags: storedFlags(row.flags),
    receivedAtMs: row.received_at_ms,
    conflictFingerprints,
  };
}
