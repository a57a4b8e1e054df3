type TextEncoding = "UTF-8" | "UTF-16" | "Windows-1252";

type DecodedText =
  | { readonly ok: true; readonly text: string; readonly encoding: TextEncoding }
  | { readonly ok: false; readonly problem: string };

const SAVE_AS_CSV = 'Save the sheet as "CSV UTF-8" and import that file.';

// First bytes of what people upload in place of a CSV file.
const FOREIGN_FORMATS: readonly { readonly magic: readonly number[]; readonly name: string }[] = [
  { magic: [0x50, 0x4b, 0x03, 0x04], name: "an Excel or LibreOffice workbook (or another ZIP file)" },
  { magic: [0xd0, 0xcf, 0x11, 0xe0], name: "an old Excel workbook (.xls)" },
  { magic: [0x25, 0x50, 0x44, 0x46], name: "a PDF file" },
  { magic: [0x1f, 0x8b], name: "a gzip file" },
  { magic: [0x7b, 0x5c, 0x72, 0x74, 0x66], name: "an RTF document" },
  { magic: [0xff, 0xfe, 0x00, 0x00], name: "UTF-32 text" },
  { magic: [0x00, 0x00, 0xfe, 0xff], name: "UTF-32 text" },
];

const NUL_SAMPLE_BYTES = 4_096;

/**
 * Text of a CSV file in whatever encoding the spreadsheet wrote: UTF-8, UTF-16 by its byte order mark or by where its
 * NUL bytes lie, else Windows-1252. The byte order mark is removed. Encodings that no byte can tell apart from
 * Windows-1252 (1250, 1251, Mac Roman) are not guessed; what cannot be text at all is refused with the way out.
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  const foreign = FOREIGN_FORMATS.find(({ magic }) => magic.every((byte, index) => bytes[index] === byte));
  if (foreign !== undefined) return refused(`The file is ${foreign.name}, not CSV.`);
  const utf16 = utf16Order(bytes);
  if (utf16 !== undefined) return accept(decodeStrictly(bytes, utf16), "UTF-16");
  const utf8 = decodeStrictly(bytes, "utf-8");
  if (utf8 !== undefined) return accept(utf8, "UTF-8");
  return accept(decodeWindows1252(bytes), "Windows-1252");
}

function accept(text: string | undefined, encoding: TextEncoding): DecodedText {
  if (text === undefined) return refused(`The file is damaged, or is not ${encoding} text.`);
  if (text.includes("\0")) return refused("The file holds NUL bytes, so it is not text.");
  return { ok: true, text, encoding };
}

function refused(sentence: string): DecodedText {
  return { ok: false, problem: `${sentence} ${SAVE_AS_CSV}` };
}

function utf16Order(bytes: Uint8Array): "utf-16le" | "utf-16be" | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  // Without a mark: Latin letters in UTF-16 have a NUL as every second byte, at odd places when the low byte is first.
  const nulls = [0, 0];
  const length = Math.min(bytes.length, NUL_SAMPLE_BYTES);
  for (let index = 0; index < length; index++) if (bytes[index] === 0) nulls[index % 2] = (nulls[index % 2] ?? 0) + 1;
  const [atEven = 0, atOdd = 0] = nulls;
  if (atOdd > length / 8 && atEven === 0) return "utf-16le";
  if (atEven > length / 8 && atOdd === 0) return "utf-16be";
  return undefined;
}

function decodeStrictly(bytes: Uint8Array, encoding: "utf-8" | "utf-16le" | "utf-16be"): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

// The five bytes that Windows-1252 leaves open: a file that has one was written in something else.
const UNASSIGNED_IN_1252 = [0x81, 0x8d, 0x8f, 0x90, 0x9d];

function decodeWindows1252(bytes: Uint8Array): string | undefined {
  if (UNASSIGNED_IN_1252.some((byte) => bytes.includes(byte))) return undefined;
  return new TextDecoder("windows-1252").decode(bytes);
}
