import { canonicalJson, type RecordedSale } from "@duka/domain";
import type { Insertable } from "kysely";
import type { SaleLinesTable, SalesTable, SaleTendersTable } from "../../database/schema.ts";
import { flagsToStore } from "../stored-flags.ts";

export function saleRow(shopId: string, sale: RecordedSale): Insertable<SalesTable> {
  const { content, device, clock } = sale;
  return {
    shop_id: shopId,
    id: sale.id,
    external_id: sale.externalId,
    fingerprint: sale.fingerprint,
    sold_by: sale.soldByUserId,
    device_id: device?.id ?? null,
    device_incarnation: device?.incarnation ?? null,
    device_seq: device?.deviceSeq ?? null,
    source_device: sale.sourceDevice,
    receipt_number: content.receipt_number ?? null,
    note: content.note ?? null,
    total_minor: sale.totalMinor,
    client_timestamp_ms: sale.clientTimestampMs,
    corrected_at_ms: sale.correctedAtMs,
    clock_offset_ms: clock?.offsetMs ?? null,
    clock_error_ms: clock?.errorMs ?? null,
    received_at_ms: sale.receivedAtMs,
    synced_at_ms: sale.syncedAtMs,
    business_date: sale.businessDate,
    flags: flagsToStore(sale.flags),
  };
}

export function contentRow(shopId: string, sale: RecordedSale) {
  return { shop_id: shopId, sale_id: sale.id, content: canonicalJson(sale.content) };
}

export function lineRows(shopId: string, sale: RecordedSale): Insertable<SaleLinesTable>[] {
  return sale.lines.map((line, index) => ({
    shop_id: shopId,
    sale_id: sale.id,
    line_number: index + 1,
    product_id: line.productId,
    product_name: line.productName,
    quantity_thousandths: line.quantityThousandths,
    unit_price_minor: line.unitPriceMinor,
    subtotal_minor: line.subtotalMinor,
  }));
}

export function tenderRows(shopId: string, sale: RecordedSale): Insertable<SaleTendersTable>[] {
  return sale.tenders.map((tender, index) => ({
    shop_id: shopId,
    sale_id: sale.id,
    tender_number: index + 1,
    method: tender.method,
    amount_minor: tender.amountMinor,
    reference: tender.reference,
  }));
}
