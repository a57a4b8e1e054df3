import { saleDifferences } from "../sale/sale-differences.ts";
import type { SaleResult } from "./recorded-sales.ts";
import type { SaleToRecord } from "./sale-to-record.ts";
import type { KnownSale } from "./shop-state.ts";
import type { WorkingShop } from "./working-shop.ts";

/** Other versions kept for one external id; what comes after is answered but not stored. */
export const CONFLICTS_MAX = 10;

/** The same content again is the first result again; other content is reported and kept, and changes nothing. */
export function answerKnownSale(working: WorkingShop, known: KnownSale, sale: SaleToRecord): SaleResult {
  const { externalId, saleId, flags, receivedAtMs } = known;
  if (sale.fingerprint === known.fingerprint) return { status: "duplicate", externalId, saleId, flags, receivedAtMs };
  keepConflict(working, known, sale);
  const differences = known.content === undefined ? [] : saleDifferences(known.content, sale.content);
  return { status: "mismatch", externalId, saleId, differences };
}

function keepConflict(working: WorkingShop, known: KnownSale, sale: SaleToRecord): void {
  const { conflictFingerprints } = known;
  if (conflictFingerprints.includes(sale.fingerprint) || conflictFingerprints.length >= CONFLICTS_MAX) return;
  working.conflicts.push({
    externalId: known.externalId,
    conflictNumber: conflictFingerprints.length + 1,
    fingerprint: sale.fingerprint,
    content: sale.content,
    receivedAtMs: sale.receivedAtMs,
    deviceId: sale.device?.id ?? null,
  });
  working.knownSales.set(known.externalId, {
    ...known,
    conflictFingerprints: [...conflictFingerprints, sale.fingerprint],
  });
}
