import { failure, type Result, success } from "../result.ts";
import type { SaleLineContent } from "../sale/sale-content.ts";
import { saleTotalMinor } from "../sale/sale-total.ts";
import { newProduct } from "./new-product.ts";
import { planMovements, type PlannedMovement } from "./plan-movements.ts";
import { type PricedLine, priceLine } from "./price-line.ts";
import { addProduct, type ProductIndex, productIndex } from "./product-index.ts";
import type { SaleRefusal } from "./recorded-sales.ts";
import { resolveLine } from "./resolve-line.ts";
import type { SaleToRecord } from "./sale-to-record.ts";
import type { ProductState } from "./shop-state.ts";
import type { WorkingShop } from "./working-shop.ts";

/** What a sale is going to do. Making it has changed nothing. */
export type SalePlan = {
  readonly lines: readonly PricedLine[];
  readonly totalMinor: number;
  /** Products that the sale brings into being, with the ids they will have. */
  readonly newProducts: readonly ProductState[];
  readonly movements: readonly PlannedMovement[];
};

/** Resolves and prices every line against the shop as it is now; refuses what can't be applied. */
export function planSale(working: WorkingShop, sale: SaleToRecord): Result<SalePlan, SaleRefusal> {
  const created = productIndex();
  const lines: PricedLine[] = [];
  for (const [lineIndex, content] of sale.content.items.entries()) {
    const product = productOfLine({ working, sale, created }, content, lineIndex);
    if (product === undefined) return failure(productNotFound(content, lineIndex));
    const line = priceLine(content, product, working.state.shop.currencyExponent);
    if (!line.ok) return failure(tooLarge("The line's amount", `items.${lineIndex}`));
    lines.push(line.value);
  }
  const total = saleTotalMinor(lines.map((line) => line.subtotalMinor));
  if (!total.ok) return failure(tooLarge("The sale's total", "items"));
  const movements = planMovements(lines);
  if (!movements.ok) return failure(tooLarge("The product's stock", "items"));
  return success({
    lines,
    totalMinor: total.value,
    newProducts: [...created.byId.values()],
    movements: movements.value,
  });
}

type Planning = { readonly working: WorkingShop; readonly sale: SaleToRecord; readonly created: ProductIndex };

/** The product a line means; one that an earlier line of the same sale creates counts too. */
function productOfLine(planning: Planning, line: SaleLineContent, lineIndex: number): ProductState | undefined {
  const { working, sale, created } = planning;
  const known = resolveLine(working.products, line) ?? resolveLine(created, line);
  if (known !== undefined || line.product_data === undefined) return known;
  const product = newProduct(line.product_data, {
    id: working.next.productId + created.byId.size,
    shopId: working.state.shop.id,
    externalId: sale.externalId,
    lineNumber: lineIndex + 1,
    currencyExponent: working.state.shop.currencyExponent,
  });
  addProduct(created, product);
  return product;
}

function productNotFound(line: SaleLineContent, lineIndex: number): SaleRefusal {
  const detail = `Product ${line.product} does not exist in this shop, and the line has no product_data to create it from.`;
  return { code: "product_not_found", detail, path: `items.${lineIndex}.product` };
}

function tooLarge(what: string, path: string): SaleRefusal {
  return { code: "amount_too_large", detail: `${what} is beyond what Duka can count.`, path };
}
