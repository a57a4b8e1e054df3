import {
  decimalTextOf,
  parseDecimal,
  parseMoney,
  productKey,
  QUANTITY_SCALE,
  STOCK_THOUSANDTHS_MAX,
  UNIT_PRICE_MINOR_MAX,
  withoutAbsent,
} from "@duka/domain";
import type { ProductChangeRequest, ProblemIssue } from "@duka/protocol";
import { type ProductsTable, toDatabaseBoolean } from "../database/schema.ts";
import { AppError } from "../http/app-error.ts";

/** The columns that people write. */
export type ProductFields = Pick<
  ProductsTable,
  "sku" | "sku_key" | "barcode" | "barcode_key" | "name" | "description" | "unit_price_minor" | "unit"
> &
  Pick<ProductsTable, "is_volatile" | "reorder_level_thousandths" | "active">;

/** What a request says about a product, in our own terms: absent fields are absent. All that is wrong is thrown at once. */
export function readProductFields(request: ProductChangeRequest, currencyExponent: number): Partial<ProductFields> {
  const issues: ProblemIssue[] = [];
  const fields = withoutAbsent({
    ...codeFields("sku", request.sku),
    ...codeFields("barcode", request.barcode),
    name: request.name?.trim(),
    description: request.description === null ? "" : request.description,
    unit: request.unit === null ? "" : request.unit?.trim(),
    unit_price_minor: readPrice(request.unit_price, currencyExponent, issues),
    reorder_level_thousandths: readReorderLevel(request.reorder_level, issues),
    is_volatile: request.is_volatile === undefined ? undefined : toDatabaseBoolean(request.is_volatile),
    active: request.active === undefined ? undefined : toDatabaseBoolean(request.active),
  });
  const [first] = issues;
  if (first !== undefined) throw new AppError("validation_failed", first.detail, { errors: issues });
  return fields;
}

type DecimalField = string | number | null | undefined;

/** The `stock` of a request in thousandths; undefined when it says nothing. */
export function readStock(stock: DecimalField): number | undefined {
  const issues: ProblemIssue[] = [];
  const thousandths = readThousandths("stock", stock, issues);
  const [first] = issues;
  if (first !== undefined) throw new AppError("validation_failed", first.detail, { errors: issues });
  return thousandths;
}

/** A code is kept as typed, but for the space around it; an empty one is none. */
function codeFields(name: "sku" | "barcode", text: string | null | undefined) {
  if (text === undefined) return {};
  const code = text?.trim() ?? "";
  return { [name]: code === "" ? null : code, [`${name}_key`]: code === "" ? null : productKey(code) };
}

function readPrice(value: DecimalField, exponent: number, issues: ProblemIssue[]): number | undefined {
  const text = textOf(value);
  if (text === undefined) return undefined;
  const parsed = parseMoney(text, exponent, UNIT_PRICE_MINOR_MAX);
  if (!parsed.ok)
    return report(issues, "unit_price", parsed.error, `must be an amount with at most ${exponent} decimals`);
  return parsed.value < 0 ? report(issues, "unit_price", "too_small", "must not be negative") : parsed.value;
}

function readReorderLevel(value: DecimalField, issues: ProblemIssue[]): number | undefined {
  const level = readThousandths("reorder_level", value, issues);
  return level !== undefined && level < 0
    ? report(issues, "reorder_level", "too_small", "must not be negative")
    : level;
}

function readThousandths(name: string, value: DecimalField, issues: ProblemIssue[]): number | undefined {
  const text = textOf(value);
  if (text === undefined) return undefined;
  const parsed = parseDecimal(text, { scale: QUANTITY_SCALE, max: STOCK_THOUSANDTHS_MAX });
  return parsed.ok ? parsed.value : report(issues, name, parsed.error, "must be a number with at most 3 decimals");
}

/** Forms send an empty text for what nobody filled in. */
function textOf(value: DecimalField): string | undefined {
  const text = value === null || value === undefined ? "" : decimalTextOf(value)?.trim();
  return text === "" ? undefined : (text ?? "?");
}

function report(issues: ProblemIssue[], path: string, code: string, what: string): undefined {
  issues.push({ path, code, detail: `${path} ${what}.` });
}
