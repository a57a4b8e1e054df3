import {
  type DecimalProblem,
  failure,
  parseDecimal,
  QUANTITY_SCALE,
  QUANTITY_THOUSANDTHS_MAX,
  success,
  UNIT_PRICE_MINOR_MAX,
} from "@duka/domain";
import type { CellProblem, CellReading } from "./cell-problem.ts";
import { type DecimalMark, decimalTextOfFigure } from "./decimal-mark.ts";
import type { Figure } from "./figure.ts";
import { type NumberProblem, readNumberText } from "./number-text.ts";

export type NumberRule = {
  readonly scale: number;
  readonly max: number;
  readonly mayBeNegative: boolean;
  /** A figure to show in the fix. */
  readonly example: string;
};

export function priceRule(currencyExponent: number): NumberRule {
  const example = currencyExponent === 0 ? "1250" : `12.${"5".padEnd(currencyExponent, "0")}`;
  return { scale: currencyExponent, max: UNIT_PRICE_MINOR_MAX, mayBeNegative: false, example };
}

/** Stock may be below zero in a file as it may in the shop. */
export const STOCK_RULE: NumberRule = {
  scale: QUANTITY_SCALE,
  max: QUANTITY_THOUSANDTHS_MAX,
  mayBeNegative: true,
  example: "12 or 0.5",
};

export const REORDER_LEVEL_RULE: NumberRule = { ...STOCK_RULE, mayBeNegative: false };

/** A number cell as an integer of its scale: exactly what it shows, or what is wrong with it; never rounded. */
export function readNumberCell(cell: string, rule: NumberRule, decimalMark: DecimalMark): CellReading<number> {
  const read = readNumberText(cell);
  if (!read.ok) return failure(explainNumber(read.error, rule));
  if (read.value === undefined) return success(undefined);
  const { figure, isNegative } = read.value;
  const text = decimalTextOfFigure(figure, decimalMark);
  if (text === undefined) return failure(explainAmbiguous(figure));
  const parsed = parseDecimal(isNegative ? `-${text}` : text, rule);
  if (!parsed.ok) return failure(explainDecimal(parsed.error, rule));
  if (parsed.value < 0 && !rule.mayBeNegative) return failure({ problem: "is below zero", fix: "Write 0 or more." });
  return parsed;
}

function explainNumber(problem: NumberProblem, { example }: NumberRule): CellProblem {
  switch (problem) {
    case "not_a_number":
      return { problem: "is not a number", fix: `Write a figure such as ${example}.` };
    case "formula":
      return { problem: "is a formula, not a number", fix: "Save the sheet again with values in place of formulas." };
    case "spreadsheet_error":
      return {
        problem: "is an error of the spreadsheet",
        fix: "Correct the formula, or widen the column if it shows ###, and save again.",
      };
    case "scientific":
      return {
        problem: "was shortened by the spreadsheet",
        fix: "Format the column as Number so that no E shows, and save again.",
      };
    default:
      return problem satisfies never;
  }
}

function explainDecimal(problem: DecimalProblem, { scale, example }: NumberRule): CellProblem {
  switch (problem) {
    case "not_a_number":
      return { problem: "is not a number", fix: `Write a figure such as ${example}.` };
    case "too_many_decimals":
      return { problem: `has more than ${scale} decimals`, fix: "Round it in the sheet: the import never does." };
    case "too_large":
      return { problem: "is too large", fix: `Write a figure such as ${example}.` };
    default:
      return problem satisfies never;
  }
}

function explainAmbiguous({ digits }: Figure): CellProblem {
  const [whole, fraction] = digits.split(/[.,]/u);
  return {
    problem: `can mean ${whole}${fraction} or ${whole}.${fraction}, and the column writes numbers both ways`,
    fix: "Write it without a thousands separator.",
  };
}
