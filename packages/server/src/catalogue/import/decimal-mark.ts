import type { Delimiter } from "./detect-delimiter.ts";
import type { Figure, Mark } from "./figure.ts";

/** How many figures show each mark to be the decimal mark. */
export type MarkEvidence = { readonly [mark in Mark]: number };

export const NO_EVIDENCE: MarkEvidence = { ",": 0, ".": 0 };

/**
 * What an ambiguous figure ("1,234") is read by, for one column:
 * 1. by the column's own figures that leave no doubt, when they all agree;
 * 2. without any in the column, by those of the file's other number columns, when they all agree;
 * 3. without any in the file, by its delimiter: programs write semicolons exactly where the comma is the decimal mark;
 *    commas and tabs come with a decimal point.
 * Figures that disagree (1 or 2) decide nothing: `mixed`, and every ambiguous cell is an error.
 */
export type DecimalMark =
  | { readonly kind: "shown"; readonly mark: Mark }
  | { readonly kind: "assumed"; readonly mark: Mark }
  | { readonly kind: "mixed" };

export function decideDecimalMark(column: MarkEvidence, file: MarkEvidence, delimiter: Delimiter): DecimalMark {
  for (const evidence of [column, file]) {
    if (evidence[","] > 0 && evidence["."] > 0) return { kind: "mixed" };
    if (evidence[","] > 0) return { kind: "shown", mark: "," };
    if (evidence["."] > 0) return { kind: "shown", mark: "." };
  }
  return { kind: "assumed", mark: delimiter === ";" ? "," : "." };
}

export function addEvidence(evidence: MarkEvidence, figure: Figure): MarkEvidence {
  if (figure.kind !== "decided" || figure.decimalMark === undefined) return evidence;
  return { ...evidence, [figure.decimalMark]: evidence[figure.decimalMark] + 1 };
}

export function sumEvidence(all: readonly MarkEvidence[]): MarkEvidence {
  return all.reduce((sum, next) => ({ ",": sum[","] + next[","], ".": sum["."] + next["."] }), NO_EVIDENCE);
}

/** The figure as decimal text with a point; undefined when it is ambiguous and the column is mixed. */
export function decimalTextOfFigure(figure: Figure, decimalMark: DecimalMark): string | undefined {
  if (figure.kind !== "ambiguous") return figure.digits;
  if (decimalMark.kind === "mixed") return undefined;
  return figure.digits.replace(figure.mark, decimalMark.mark === figure.mark ? "." : "");
}
