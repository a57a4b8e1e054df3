import { BARCODE_LENGTH_MAX, failure, NAME_LENGTH_MAX, SKU_LENGTH_MAX, success, UNIT_LENGTH_MAX } from "@duka/domain";
import type { CellReading } from "./cell-problem.ts";
import { cleanLine, cleanText } from "./clean-text.ts";
import { DESCRIPTION_LENGTH_MAX } from "@duka/protocol/schemas";
import { isSpreadsheetError, withoutTextGuard } from "./number-text.ts";
import { readYesOrNo } from "./yes-or-no.ts";

/** A name, as it stands: `=2+2` is a name like others, for it is only ever text here (export escapes it). */
export function readName(cell: string): CellReading<string> {
  return bounded(cleanLine(cell), NAME_LENGTH_MAX);
}

export function readUnit(cell: string): CellReading<string> {
  return bounded(cleanLine(cell), UNIT_LENGTH_MAX);
}

export function readDescription(cell: string): CellReading<string> {
  return bounded(cleanText(cell), DESCRIPTION_LENGTH_MAX);
}

export function readSku(cell: string): CellReading<string> {
  return readCode(cell, SKU_LENGTH_MAX);
}

/** A barcode; `6001234567890.0` is what statistics programs make of a whole column of digits. */
export function readBarcode(cell: string): CellReading<string> {
  const code = readCode(cell, BARCODE_LENGTH_MAX);
  return code.ok ? success(code.value?.replace(/^(\d{6,14})\.0$/u, "$1")) : code;
}

export function readVolatile(cell: string): CellReading<boolean> {
  const answer = readYesOrNo(cell);
  if (answer !== undefined || cell.trim() === "") return success(answer);
  return failure({ problem: "is neither yes nor no", fix: "Write yes or no." });
}

// What databases and people write in place of a code that is not there.
const NO_CODE = /^(?:[-–—]+|n\/?a|null|none|nil)$/iu;
// How a spreadsheet shows a long number in a narrow column: the last digits are gone.
const SHORTENED = /^\d[.,]\d+E\+\d+$/iu;

function readCode(cell: string, charsMax: number): CellReading<string> {
  const code = cleanLine(withoutTextGuard(cleanLine(cell)));
  if (NO_CODE.test(code)) return success(undefined);
  if (SHORTENED.test(code)) {
    return failure({
      problem: "was shortened by the spreadsheet",
      fix: "Format the column as Text, type the code again and save.",
    });
  }
  return bounded(code, charsMax);
}

function bounded(text: string, charsMax: number): CellReading<string> {
  if (text.length > charsMax) {
    return failure({ problem: `has ${text.length} characters, at most ${charsMax} fit`, fix: "Shorten it." });
  }
  if (isSpreadsheetError(text)) {
    return failure({
      problem: "is an error of the spreadsheet",
      fix: "Correct the formula of the cell and save again.",
    });
  }
  return success(text === "" ? undefined : text);
}
