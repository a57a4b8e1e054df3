import { parseMoney } from "../money/money.ts";
import { parseQuantity } from "../quantity.ts";
import { required } from "../required.ts";
import { type Result, success } from "../result.ts";
import { lineSubtotalMinor } from "../sale/line-subtotal.ts";
import type { SaleLineContent } from "../sale/sale-content.ts";
import type { ProductState } from "./shop-state.ts";

export type PricedLine = {
  readonly product: ProductState;
  readonly productName: string;
  readonly quantityThousandths: number;
  readonly unitPriceMinor: number;
  readonly subtotalMinor: number;
  /** False where the price is the product's own: such a sale says nothing new about it. */
  readonly hasOwnPrice: boolean;
};

/** A line with its price (its own, else the product's) and its subtotal. */
export function priceLine(
  line: SaleLineContent,
  product: ProductState,
  currencyExponent: number,
): Result<PricedLine, "too_large"> {
  const quantityThousandths = required(parseQuantity(line.quantity));
  const unitPriceMinor =
    line.unit_price === undefined ? product.unitPriceMinor : required(parseMoney(line.unit_price, currencyExponent));
  const subtotal = lineSubtotalMinor(quantityThousandths, unitPriceMinor);
  if (!subtotal.ok) return subtotal;
  return success({
    product,
    productName: line.product_data?.name ?? product.name,
    quantityThousandths,
    unitPriceMinor,
    subtotalMinor: subtotal.value,
    hasOwnPrice: line.unit_price !== undefined,
  });
}
