import {
  BARCODE_LENGTH_MAX,
  NAME_LENGTH_MAX,
  QUANTITY_THOUSANDTHS_MAX,
  SKU_LENGTH_MAX,
  UNIT_LENGTH_MAX,
  UNIT_PRICE_MINOR_MAX,
} from "../bounds.ts";
import { productKey } from "../product/product-key.ts";
import { QUANTITY_SCALE } from "../quantity.ts";
import type { ProductSnapshot, SaleLineContent } from "../sale/sale-content.ts";
import { withoutAbsent } from "../without-absent.ts";
import {
  type FieldReader,
  fieldReader,
  memberOf,
  pathOf,
  readBoolean,
  readDecimal,
  readId,
  readText,
  readUuid,
  report,
} from "./field-reader.ts";

/** Reads one line of a sale; undefined when what is wrong with it has been reported. */
export function normaliseLine(line: FieldReader, currencyExponent: number): SaleLineContent | undefined {
  const product = readId(line, "product");
  const snapshot = readSnapshot(line, currencyExponent);
  if (isAbsent(line, "product") && isAbsent(line, "product_data")) {
    report(line, "product", ["required", "or product_data is needed."]);
  }
  if (isAbsent(line, "quantity")) report(line, "quantity", ["required", "is needed."]);
  const quantity = readDecimal(line, "quantity", { scale: QUANTITY_SCALE, max: QUANTITY_THOUSANDTHS_MAX, min: 1 });
  const unitPrice = readPrice(line, currencyExponent);
  if (quantity === undefined) return undefined;
  return withoutAbsent({ product, product_data: snapshot, quantity, unit_price: unitPrice });
}

function readSnapshot(line: FieldReader, currencyExponent: number): ProductSnapshot | undefined {
  const value = memberOf(line, "product_data");
  if (value === undefined) return undefined;
  const reader = fieldReader(value, pathOf(line, "product_data"), line.issues);
  if (reader === undefined) return undefined;
  if (isAbsent(reader, "name")) report(reader, "name", ["required", "is needed."]);
  const name = readText(reader, "name", NAME_LENGTH_MAX) ?? "";
  return withoutAbsent({
    uid: readUuid(reader, "uid"),
    sku: readKeyText(reader, "sku", SKU_LENGTH_MAX),
    barcode: readKeyText(reader, "barcode", BARCODE_LENGTH_MAX),
    name,
    unit_price: readPrice(reader, currencyExponent),
    unit: readText(reader, "unit", UNIT_LENGTH_MAX),
    is_volatile: readBoolean(reader, "is_volatile"),
  });
}

// Folding may lengthen a text, and its key must fit where the text does.
function readKeyText(reader: FieldReader, name: string, lengthMax: number): string | undefined {
  const text = readText(reader, name, lengthMax);
  if (text !== undefined && productKey(text).length > lengthMax) {
    return report(reader, name, ["too_long", `must be at most ${lengthMax} characters.`]);
  }
  return text;
}

function readPrice(reader: FieldReader, currencyExponent: number): string | undefined {
  return readDecimal(reader, "unit_price", { scale: currencyExponent, max: UNIT_PRICE_MINOR_MAX, min: 0 });
}

function isAbsent(reader: FieldReader, name: string): boolean {
  const value = memberOf(reader, name);
  return value === undefined || (typeof value === "string" && value.trim() === "");
}
