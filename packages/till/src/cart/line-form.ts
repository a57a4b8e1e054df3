import { parseMoney, parseQuantity, UNIT_PRICE_MINOR_MAX } from "@duka/domain";
import { cartLineSubtotalMinor, type LineEntry } from "./cart.ts";
import { normaliseNumberText } from "./number-entry.ts";

export type LineTexts = { readonly quantity: string; readonly price: string };

/** What was typed, read; a part that cannot be read is absent. */
export type LineReading = {
  readonly quantityThousandths?: number;
  readonly unitPriceMinor?: number;
  /** Present when both parts could be read and their product can be counted. */
  readonly entry?: LineEntry;
  readonly subtotalMinor?: number;
};

/** Reads a line's quantity (above 0) and price (0 or more) as they were typed. */
export function readLineTexts(texts: LineTexts, currencyExponent: number): LineReading {
  const quantity = parseQuantity(normaliseNumberText(texts.quantity));
  const price = parseMoney(normaliseNumberText(texts.price), currencyExponent, UNIT_PRICE_MINOR_MAX);
  const quantityThousandths = quantity.ok && quantity.value > 0 ? quantity.value : undefined;
  const unitPriceMinor = price.ok && price.value >= 0 ? price.value : undefined;
  if (quantityThousandths === undefined || unitPriceMinor === undefined) {
    return {
      ...(quantityThousandths !== undefined && { quantityThousandths }),
      ...(unitPriceMinor !== undefined && { unitPriceMinor }),
    };
  }
  const entry = { quantityThousandths, unitPriceMinor };
  const subtotalMinor = cartLineSubtotalMinor(entry);
  return Number.isNaN(subtotalMinor) ? entry : { ...entry, entry, subtotalMinor };
}
