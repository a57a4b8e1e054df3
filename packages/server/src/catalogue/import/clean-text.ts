// A space of any kind, a byte order mark or a zero-width character: what stands around a text and is not seen.
const UNSEEN = /[\s\p{Z}\u200B-\u200D\u2060\uFEFF]/u;

/** A text of several lines as typed, without the space around it. */
export function cleanText(cell: string): string {
  const text = withoutUnseenAround(cell).replaceAll(/\r\n?/gu, "\n");
  // Programs that write CSV put an apostrophe before what a spreadsheet would calculate; it is not part of the text.
  return /^'[=+\-@\t]/u.test(text) ? text.slice(1) : text;
}

/** A text of one line: line breaks in the cell become spaces. */
export function cleanLine(cell: string): string {
  return cleanText(cell).replaceAll(/\s+/gu, " ");
}

// A loop, because /\s+$/ takes a square of the time on a megabyte of spaces.
function withoutUnseenAround(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && UNSEEN.test(text.charAt(start))) start += 1;
  while (end > start && UNSEEN.test(text.charAt(end - 1))) end -= 1;
  return text.slice(start, end);
}
