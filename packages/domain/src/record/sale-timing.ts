import { businessDateAt } from "../time/business-date.ts";
import { correctedSaleTimeMs, isClockSkewed } from "../time/corrected-time.ts";
import { parseInstant } from "../time/instant.ts";
import type { SaleToRecord } from "./sale-to-record.ts";
import type { ShopSettings } from "./shop-state.ts";

/** A sale that arrives this long after its business day ended changes a day that people took for finished. */
const LATE_AFTER_MS = 24 * 3_600_000;

export type SaleTiming = {
  /** By the device's own clock. */
  readonly clientTimestampMs: number | null;
  readonly correctedAtMs: number;
  readonly businessDate: string;
  readonly isClockSkewed: boolean;
  readonly isLate: boolean;
};

/** When a sale happened and to which day it belongs: as sent with it, else with its batch, else by its corrected time. */
export function saleTiming(shop: ShopSettings, sale: SaleToRecord): SaleTiming {
  const { content, clock, receivedAtMs } = sale;
  const sentTimestampMs = content.client_timestamp === undefined ? undefined : parseInstant(content.client_timestamp);
  const clientTimestampMs = clock?.deviceTimeMs ?? sentTimestampMs;
  const observed = { clientTimestampMs, offsetMs: clock?.offsetMs ?? undefined, receivedAtMs };
  const correctedAtMs = correctedSaleTimeMs(observed);
  const dateAt = (instantMs: number) => businessDateAt(instantMs, shop.timeZone, shop.dayCutMinutes);
  const businessDate = content.business_date ?? sale.defaultBusinessDate ?? dateAt(correctedAtMs);
  return {
    clientTimestampMs: clientTimestampMs ?? null,
    correctedAtMs,
    businessDate,
    isClockSkewed: isClockSkewed(observed),
    // A day and more ago it was already a later business date than the sale's.
    isLate: dateAt(receivedAtMs - LATE_AFTER_MS) > businessDate,
  };
}
