import { failure, type Result, success } from "@duka/domain";
import { isCurrencyWord } from "./currency-words.ts";
import { type Figure, readFigure } from "./figure.ts";

/** Why a cell is no number. */
export type NumberProblem = "not_a_number" | "formula" | "spreadsheet_error" | "scientific";

/** A number cell without currency and sign; undefined where the cell says nothing. */
export type NumberText = { readonly figure: Figure; readonly isNegative: boolean };

// Longer texts are no number, and are refused before any work is done on them.
const NUMBER_CHARS_MAX = 64;

// What people and databases write for "nothing", and the dash of the accounting format.
const NOTHING = /^(?:[-–—]|n\/?a|null|none)?$/iu;
// The accounting format writes zero as a currency sign and a dash: "$ -".
const ACCOUNTING_ZERO = /^(\P{Nd}*?)\s*[-–—]$/u;

// From the first digit to the last, with a leading mark that no letter stands before ("Rs.500" is not ".500").
const FIGURE = /(?:(?<!\p{L})[.,٫])?\d(?:[\d.,'٫ ]*\d)?/u;

/**
 * Reads a cell as a spreadsheet shows numbers: `GH₵ 1,234.50`, `1.234,50 €`, `(5.00)`, `5-`, `1 234`, `="12"`,
 * `1,500/=`, digits of any script. What the comma and the point mean is left to the column (decimal-mark.ts).
 */
export function readNumberText(cell: string): Result<NumberText | undefined, NumberProblem> {
  if (cell.length > NUMBER_CHARS_MAX) return failure("not_a_number");
  if (/^\d+$/u.test(cell)) return success({ figure: { kind: "plain", digits: cell }, isNegative: false });
  const text = plainCharacters(withoutTextGuard(cell));
  if (NOTHING.test(text)) return success(undefined);
  if (text.startsWith("=")) return failure("formula");
  if (isSpreadsheetError(text)) return failure("spreadsheet_error");
  const found = FIGURE.exec(text);
  if (found === null) return readAccountingZero(text);
  const before = text.slice(0, found.index);
  const after = text.slice(found.index + found[0].length);
  if (/^e[+-]?\d/i.test(after)) return failure("scientific");
  const figure = readFigure(found[0]);
  const isNegative = readSurroundings(before, after);
  if (figure === undefined || isNegative === undefined) return failure("not_a_number");
  // "¢5.00" is the old way to write cedis; a bare "50¢" is half a dollar, not fifty.
  if (figure.kind === "plain" && after.trim() === "¢") return failure("not_a_number");
  return success({ figure, isNegative });
}

/** `="00123"` is how spreadsheets keep the zeros of a text: the text. */
export function withoutTextGuard(cell: string): string {
  return /^="([^"]*)"$/.exec(cell)?.[1] ?? cell;
}

/** `#REF!`, `#N/A`, `Err:502`, or the `###` of a column that was too narrow. */
export function isSpreadsheetError(text: string): boolean {
  return /^(?:#(?:REF!|N\/A|NAME\?|VALUE!|DIV\/0!|NUM!|NULL!|SPILL!|CALC!|ERROR!|#+)|Err:\d{3})$/i.test(text);
}

function readAccountingZero(text: string): Result<NumberText, NumberProblem> {
  const sign = ACCOUNTING_ZERO.exec(text)?.[1] ?? "";
  if (!areCurrencies(sign) || sign === "") return failure("not_a_number");
  return success({ figure: { kind: "plain", digits: "0" }, isNegative: false });
}

const SIGNS = /[-−–+()]/gu;
// "500/-" and "1,500/=" close an amount in East Africa and India, "5,-" in Europe; a mark may end a figure: "5.".
const CLOSING = /^(?:\s*\/[=-]|[.,](?:[-–—]|\s|$))/u;
// "K50" is fifty kwacha; "50k" would be fifty thousand.
const KWACHA = /(^|\P{L})K\s*$/u;

/** Whether what stands around the figure makes it negative; undefined when it is more than signs and currencies. */
function readSurroundings(before: string, after: string): boolean | undefined {
  if (before === "" && after === "") return false;
  const around = `${before.replace(KWACHA, "$1")} ${after.replace(CLOSING, " ")}`;
  if (!areCurrencies(around.replaceAll(SIGNS, " "))) return undefined;
  const signs = around.match(SIGNS)?.join("") ?? "";
  if (signs === "" || signs === "+") return false;
  return /^(?:[-−–]|\(\))$/u.test(signs) ? true : undefined;
}

function areCurrencies(text: string): boolean {
  return text.split(/\s+/).every((word) => word === "" || isCurrencyWord(word));
}

// Zeros of the scripts that spreadsheets write numbers in: Arabic, Persian, Devanagari, Bengali, Tamil, Thai, Myanmar,
// Khmer, full width.
const ZEROS = [0x0660, 0x06f0, 0x0966, 0x09e6, 0x0be6, 0x0e50, 0x1040, 0x17e0, 0xff10];

// Nearly every cell; the others have a space, digit or sign of another script.
const PLAIN = /^[-+.,:#!$/=()'\w ]*$/u;

function plainCharacters(cell: string): string {
  if (PLAIN.test(cell)) return cell.trim();
  return cell
    .replaceAll(/\p{Cf}/gu, "")
    .replaceAll(/[\p{Zs}\t\r\n]+/gu, " ")
    .replaceAll(/[’ʼ`´٬]/gu, "'")
    .replaceAll("，", ",")
    .replaceAll("．", ".")
    .replaceAll(/(?![0-9])\p{Nd}/gu, asciiDigit)
    .trim();
}

function asciiDigit(digit: string): string {
  const code = digit.codePointAt(0) ?? 0;
  const zero = ZEROS.find((start) => code >= start && code < start + 10);
  return zero === undefined ? digit : String(code - zero);
}
