/** The two marks that are decimal marks in one country and group thousands in the other. */
export type Mark = "," | ".";

/**
 * The digits of a number and what its marks say:
 * - `plain`: no mark, nothing to decide: `1500`;
 * - `decided`: the figure itself shows its decimal mark, or that a mark groups: `3,50`, `1.234,5`, `1,234,567`, `0,500`;
 * - `ambiguous`: one mark before exactly three digits: `1,234` is 1234 or 1.234.
 * `digits` is the value as decimal text with a point; of an ambiguous figure the text as written.
 */
export type Figure =
  | { readonly kind: "plain"; readonly digits: string }
  | { readonly kind: "decided"; readonly digits: string; readonly decimalMark: Mark | undefined }
  | { readonly kind: "ambiguous"; readonly digits: string; readonly mark: Mark };

const HARD_GROUPS = /^\d{1,3}(?:([ '])\d{3})(?:\1\d{3})*(?![\d '])/u;

/** Reads digits with marks; undefined when they are grouped as no number is (`1,23.4`, `12 34`, `1.2.3`). */
export function readFigure(text: string): Figure | undefined {
  if (text.includes("٫")) return readArabic(text);
  if (!/[ ']/u.test(text)) return readMarks(text);
  // Spaces and apostrophes only ever group, so a mark that follows them is the decimal mark.
  if (!HARD_GROUPS.test(text)) return undefined;
  const [whole = "", fraction, ...more] = text.replaceAll(/[ ']/gu, "").split(/[.,]/u);
  if (more.length > 0) return undefined;
  if (fraction === undefined) return { kind: "plain", digits: whole };
  return { kind: "decided", digits: `${whole}.${fraction}`, decimalMark: text.includes(",") ? "," : "." };
}

// U+066B is a decimal mark and nothing else; U+066C has become an apostrophe by then. Neither tells about "," and ".".
function readArabic(text: string): Figure | undefined {
  if (/[.,]/u.test(text)) return undefined;
  const figure = readFigure(text.replace("٫", "."));
  const isOnce = text.indexOf("٫") === text.lastIndexOf("٫");
  return figure === undefined || !isOnce
    ? undefined
    : { kind: "decided", digits: figure.digits, decimalMark: undefined };
}

function readMarks(text: string): Figure | undefined {
  const marks = text.match(/[.,]/gu) ?? [];
  const last = marks.at(-1);
  if (last === undefined) return { kind: "plain", digits: text };
  const mark: Mark = last === "," ? "," : ".";
  if (marks.length === 1) return readSingleMark(text, mark);
  if (marks.every((each) => each === mark)) return readGrouped(text, mark);
  return readGroupedWithDecimals(text, mark);
}

function readSingleMark(text: string, mark: Mark): Figure {
  if (/^[1-9]\d{0,2}[.,]\d{3}$/u.test(text)) return { kind: "ambiguous", digits: text, mark };
  return { kind: "decided", digits: text.replace(mark, "."), decimalMark: mark };
}

function readGrouped(text: string, mark: Mark): Figure | undefined {
  const digits = withoutGroups(text, mark);
  return digits === undefined ? undefined : { kind: "decided", digits, decimalMark: otherMark(mark) };
}

function readGroupedWithDecimals(text: string, mark: Mark): Figure | undefined {
  const [whole = "", fraction = "", ...more] = text.split(mark);
  const digits = more.length > 0 ? undefined : withoutGroups(whole, otherMark(mark));
  return digits === undefined ? undefined : { kind: "decided", digits: `${digits}.${fraction}`, decimalMark: mark };
}

// Groups of three, or as in India two and a last of three: 12,34,567.
const GROUPS = /^\d{1,3}(?:,\d{3})+$|^\d{1,2}(?:,\d{2})+,\d{3}$/u;

function withoutGroups(text: string, mark: Mark): string | undefined {
  if (!GROUPS.test(text.replaceAll(mark, ","))) return undefined;
  return text.replaceAll(mark, "");
}

function otherMark(mark: Mark): Mark {
  return mark === "," ? "." : ",";
}
