import {
  formatMoney,
  formatQuantity,
  parseMoney,
  parseQuantity,
  type Result,
  UNIT_PRICE_MINOR_MAX,
} from "@duka/domain";
import { normaliseNumberText } from "../cart/number-entry.ts";

export type ProductTexts = {
  readonly name: string;
  readonly sku: string;
  readonly barcode: string;
  readonly price: string;
  readonly stock: string;
  readonly isVolatile: boolean;
};

export type ProductField = "name" | "sku" | "barcode" | "price" | "stock";
export type ProductFieldProblem = "name" | "price" | "stock";

/** The body of `POST /api/products/`. */
export type NewProductBody = Readonly<Record<string, string | boolean>>;

/** Reads the form: the request to send, or the fields that cannot be read. A volatile product has no stock. */
export function readProductTexts(
  texts: ProductTexts,
  uid: string,
  currencyExponent: number,
): Result<NewProductBody, readonly ProductFieldProblem[]> {
  const price = parseMoney(normaliseNumberText(texts.price || "0"), currencyExponent, UNIT_PRICE_MINOR_MAX);
  const stock = parseQuantity(normaliseNumberText(texts.stock || "0"));
  const name = texts.name.trim();
  const hasPrice = price.ok && price.value >= 0 && (texts.isVolatile || texts.price.trim() !== "");
  const problems: ProductFieldProblem[] = [
    ...(name === "" ? (["name"] as const) : []),
    ...(hasPrice ? [] : (["price"] as const)),
    ...(texts.isVolatile || stock.ok ? [] : (["stock"] as const)),
  ];
  if (problems.length > 0 || !price.ok) return { ok: false, error: problems };
  return {
    ok: true,
    value: {
      uid,
      name,
      ...textIfGiven("sku", texts.sku),
      ...textIfGiven("barcode", texts.barcode),
      unit_price: formatMoney(price.value, currencyExponent),
      is_volatile: texts.isVolatile,
      ...(!texts.isVolatile && stock.ok && { stock: formatQuantity(stock.value) }),
    },
  };
}

function textIfGiven(key: string, text: string): Readonly<Record<string, string>> {
  return text.trim() === "" ? {} : { [key]: text.trim() };
}
