import { parseMoney } from "../money/money.ts";
import { required } from "../required.ts";
import type { ProductSnapshot } from "../sale/sale-content.ts";
import { sha256Hex } from "../sha256.ts";
import type { ProductState } from "./shop-state.ts";

export type NewProductOrigin = {
  readonly id: number;
  readonly shopId: string;
  readonly externalId: string;
  readonly lineNumber: number;
  readonly currencyExponent: number;
};

/** The product that a line's snapshot describes, for a shop that has none like it. Tracked stock starts at nothing. */
export function newProduct(snapshot: ProductSnapshot, origin: NewProductOrigin): ProductState {
  const isVolatile = snapshot.is_volatile ?? false;
  return {
    id: origin.id,
    uid: snapshot.uid ?? derivedUid(origin),
    sku: snapshot.sku ?? null,
    barcode: snapshot.barcode ?? null,
    name: snapshot.name,
    unitPriceMinor: required(parseMoney(snapshot.unit_price ?? "0", origin.currencyExponent)),
    unit: snapshot.unit ?? "",
    isVolatile,
    stockThousandths: isVolatile ? null : 0,
    reorderLevelThousandths: isVolatile ? null : 0,
    isActive: true,
    priceSoldAtMs: null,
  };
}

/** Derived, not random: a sale that comes again after a restore makes the same product again. UUID version 8. */
function derivedUid({ shopId, externalId, lineNumber }: NewProductOrigin): string {
  const hash = sha256Hex(`product\n${shopId}\n${externalId}\n${lineNumber}`);
  const groups = [hash.slice(0, 8), hash.slice(8, 12), `8${hash.slice(13, 16)}`, `8${hash.slice(17, 20)}`];
  return `${groups.join("-")}-${hash.slice(20, 32)}`;
}
