import { formatInstant, formatMoney, formatQuantity, isInstantInBounds } from "@duka/domain";
import type { SaleAnswer } from "@duka/protocol/schemas";
import type { LineRow, SaleRow } from "./sales.queries.ts";
import { storedFlags } from "./stored-flags.ts";

/**
 * A sale as every call answers it. Made from its rows alone, which never change: so a repeat gets the same bytes.
 */
export function saleAnswer(sale: SaleRow, lines: readonly LineRow[], currencyExponent: number): SaleAnswer {
  const syncedAt = formatInstant(sale.synced_at_ms);
  return {
    id: sale.id,
    external_id: sale.external_id,
    sold_by: sale.sold_by,
    total_amount: formatMoney(sale.total_minor, currencyExponent),
    timestamp: formatInstant(sale.received_at_ms),
    synced_at: syncedAt,
    updated_at: syncedAt,
    client_timestamp: clientTimestamp(sale.client_timestamp_ms),
    business_date: sale.business_date,
    source_device: sale.source_device,
    flags: [...storedFlags(sale.flags)],
    items: lines.map((line) => ({
      product: line.product_id,
      product_name: line.product_name,
      quantity: formatQuantity(line.quantity_thousandths),
      unit_price: formatMoney(line.unit_price_minor, currencyExponent),
      subtotal: formatMoney(line.subtotal_minor, currencyExponent),
    })),
  };
}

/** A device's clock may show a time that no calendar has; it is stored, but can't be written as an instant. */
function clientTimestamp(ms: number | null): string | null {
  return ms === null || !isInstantInBounds(ms) ? null : formatInstant(ms);
}
