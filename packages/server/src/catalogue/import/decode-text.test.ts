import { describe, expect, it } from "vitest";
import { decodeText } from "./decode-text.ts";

const TEXT = "sku,name\nA-1,Crème brûlée €2\n";

const utf16 = (text: string, order: "le" | "be"): Buffer => {
  const bytes = Buffer.from(text, "utf16le");
  return order === "le" ? bytes : bytes.swap16();
};

describe("decodeText", () => {
  it.each([
    ["UTF-8", Buffer.from(TEXT), "UTF-8"],
    ["UTF-8 with a byte order mark", Buffer.from(`\uFEFF${TEXT}`), "UTF-8"],
    ["UTF-16 LE with a mark", utf16(`\uFEFF${TEXT}`, "le"), "UTF-16"],
    ["UTF-16 BE with a mark", utf16(`\uFEFF${TEXT}`, "be"), "UTF-16"],
    ["UTF-16 LE without a mark", utf16(TEXT, "le"), "UTF-16"],
    ["UTF-16 BE without a mark", utf16(TEXT, "be"), "UTF-16"],
    ["Windows-1252", Buffer.from(TEXT.replace("€", "\x80"), "latin1"), "Windows-1252"],
  ])("reads %s and drops the mark", (_name, bytes, encoding) => {
    expect(decodeText(bytes)).toEqual({ ok: true, text: TEXT, encoding });
  });

  it("takes an empty file as empty text", () => {
    expect(decodeText(new Uint8Array())).toEqual({ ok: true, text: "", encoding: "UTF-8" });
  });

  it.each([
    ["a workbook", Buffer.from("PK\x03\x04rest", "latin1"), /Excel or LibreOffice workbook.*CSV UTF-8/],
    ["an old workbook", Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 1]), /\.xls/],
    ["a gzip bomb", Buffer.from([0x1f, 0x8b, 8, 0]), /gzip/],
    ["text with a NUL", Buffer.from("sku,name\nA\0,x"), /NUL/],
    ["UTF-16 cut in the middle of a character", utf16(`\uFEFF${TEXT}`, "le").subarray(0, -1), /damaged/],
    ["a lone surrogate in UTF-16", Buffer.from([0xff, 0xfe, 0x00, 0xd8, 0x41, 0x00]), /damaged/],
    ["MS-DOS text, whose ü Windows-1252 does not have", Buffer.from([0x53, 0x81, 0x0a]), /not Windows-1252/],
  ])("refuses %s and says what to do", (_name, bytes, problem) => {
    const decoded = decodeText(bytes);
    expect(decoded).toEqual({ ok: false, problem: expect.stringMatching(problem) });
    expect(decoded).toMatchObject({ problem: expect.stringContaining("Save the sheet as") });
  });
});
