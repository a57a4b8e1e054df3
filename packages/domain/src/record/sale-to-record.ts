import type { SaleContent } from "../sale/sale-content.ts";
import type { SaleFlag } from "../sale/sale-flags.ts";

/** A finished, well-formed sale that asks to be recorded. */
export type SaleToRecord = {
  /** Canonical UUID. */
  readonly externalId: string;
  readonly content: SaleContent;
  readonly fingerprint: string;
  /** Whose sale it is when the content names no cashier. */
  readonly soldByUserId: number;
  readonly receivedAtMs: number;
  /** The batch's business date, for sales that have none. */
  readonly defaultBusinessDate?: string;
  readonly device?: SellingDevice;
  readonly clock?: DeviceClock;
  /** The id it had before the server was restored, proven; kept if still free. */
  readonly formerSaleId?: number;
  /** What the caller already knows to flag, such as `device_fork`. */
  readonly flags?: readonly SaleFlag[];
};

export type SellingDevice = { readonly id: string; readonly incarnation: string; readonly deviceSeq: number };

/** The device's clock as frozen with the sale. */
export type DeviceClock = {
  readonly deviceTimeMs: number;
  /** Server time minus device time; null when never measured. */
  readonly offsetMs: number | null;
  readonly errorMs: number | null;
};

/** Names the till within which a receipt number must not repeat: the enrolled device, else what the client calls itself. */
export function tillOf(sale: { readonly deviceId: string | null; readonly sourceDevice: string }): string {
  return sale.deviceId === null ? `named:${sale.sourceDevice}` : `device:${sale.deviceId}`;
}
