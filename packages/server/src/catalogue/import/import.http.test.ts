import { readFileSync } from "node:fs";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { addMember } from "../../testing/add-member.ts";
import { callAs } from "../../testing/call-as.ts";
import { openTestApp, type TestApp } from "../../testing/open-test-app.ts";
import { registerShop, type TestShop } from "../../testing/register-shop.ts";
import { IMPORT_FILE_BYTES_MAX } from "./import-limits.ts";

let opened: TestApp;
let shop: TestShop;
beforeAll(async () => {
  opened = await openTestApp();
});
beforeEach(async () => {
  shop = await registerShop(opened.app, { currency: "GHS" });
});
afterAll(async () => opened.close());

type Upload = {
  readonly token?: string;
  readonly url?: string;
  readonly field?: string;
  readonly contentType?: string;
};

/** Sends a file as a browser's form does. */
async function upload(file: string | Buffer, { token, url, field, contentType }: Upload = {}) {
  const head = `--xyz\r\nContent-Disposition: form-data; name="${field ?? "file"}"; filename="stock.csv"\r\nContent-Type: text/csv\r\n\r\n`;
  return await opened.app.inject({
    method: "POST",
    url: url ?? "/api/products/import_csv/",
    headers: {
      authorization: `Token ${token ?? shop.token}`,
      "content-type": contentType ?? "multipart/form-data; boundary=xyz",
    },
    payload: Buffer.concat([Buffer.from(head), Buffer.from(file), Buffer.from("\r\n--xyz--\r\n")]),
  });
}

const products = async () => (await callAs(opened.app, shop.token, "GET", "/api/products/")).json<object[]>();

test("a file's products are in the shop, and the answer counts them", async () => {
  const answer = await upload('Item Name,SKU,Price,Qty,Min Stock\n"Soap\nbar",A-1,"GH₵1,234.50",10,2\nOil,B,abc,1,1\n');
  expect(answer.statusCode).toBe(200);
  expect(answer.json()).toEqual({
    status: "partial",
    dry_run: false,
    created: 1,
    updated: 0,
    unchanged: 0,
    failed: 1,
    errors: ['Row 3: Price "abc" is not a number. Write a figure such as 12.50.'],
    notes: [],
  });
  expect(await products()).toMatchObject([
    { id: 1, sku: "A-1", name: "Soap bar", unit_price: "1234.50", stock: 10, reorder_level: 2, user: shop.userId },
  ]);
});

test.each(["/api/products/import_csv/", "/api/products/import_csv"])(
  "%s takes a real spreadsheet's file",
  async (url) => {
    const file = readFileSync(new URL("corpus/libreoffice-fr-tab-utf16.csv", import.meta.url));
    expect((await upload(file, { url })).json()).toMatchObject({ status: "success", created: 5 });
  },
);

test("a dry run says what would happen and changes nothing", async () => {
  const csv = "sku,name\nA,Soap\nA,Soap\n";
  const dry = await upload(csv, { url: "/api/products/import_csv/?dry_run=true" });
  expect(dry.json()).toMatchObject({ status: "partial", dry_run: true, created: 1, failed: 1 });
  expect(await products()).toEqual([]);
  expect((await upload(csv, { url: "/api/products/import_csv/?dry_run=maybe" })).statusCode).toBe(400);
});

test("a file that cannot be read is answered with what to do, in the same form", async () => {
  const answer = await upload(Buffer.from("PK\u0003\u0004workbook"));
  expect(answer.statusCode).toBe(200);
  expect(answer.json()).toMatchObject({ status: "error", created: 0, errors: [expect.stringContaining("CSV UTF-8")] });
});

test("a name that a spreadsheet would calculate, and one with markup, are kept as text", async () => {
  await upload('sku,name\nA,"=HYPERLINK(""http://x"")"\nB,<script>alert(1)</script>\n');
  expect(await products()).toMatchObject([{ name: '=HYPERLINK("http://x")' }, { name: "<script>alert(1)</script>" }]);
});

test("a megabyte in one cell is that row's error, and the other rows come in", async () => {
  const answer = await upload(`sku,name\nA,"${"x\n".repeat(512 * 1024)}"\nB,Oil\n`);
  expect(answer.json()).toMatchObject({ status: "partial", created: 1, failed: 1 });
  expect(answer.body.length).toBeLessThan(1_000);
});

test("managers may import, cashiers may not, nobody without a token", async () => {
  const manager = await addMember(opened.db, shop.shopId, "manager");
  const cashier = await addMember(opened.db, shop.shopId, "cashier");
  expect((await upload("name\nSoap\n", { token: manager.token })).statusCode).toBe(200);
  expect((await upload("name\nOil\n", { token: cashier.token })).statusCode).toBe(403);
  expect((await upload("name\nOil\n", { token: "none" })).statusCode).toBe(401);
  expect(await products()).toHaveLength(1);
});

test("another shop's products are neither found nor changed", async () => {
  await upload("sku,name,price\nA,Soap,1\n");
  const other = await registerShop(opened.app);
  expect((await upload("sku,name,price\nA,Theirs,2\n", { token: other.token })).json()).toMatchObject({ created: 1 });
  expect(await products()).toMatchObject([{ name: "Soap", unit_price: "1.00" }]);
});

test("what is no file is refused: another field, JSON, plain text, too many bytes", async () => {
  const other = await upload("name\nSoap\n", { field: "sheet" });
  expect(other.json()).toMatchObject({ status: 400, code: "validation_failed", errors: [{ path: "file" }] });
  const json = await callAs(opened.app, shop.token, "POST", "/api/products/import_csv/", { file: "name" });
  expect(json.json()).toMatchObject({ status: 415, code: "unsupported_media_type" });
  expect((await upload("name", { contentType: "text/csv" })).statusCode).toBe(415);
  const large = await upload(Buffer.alloc(IMPORT_FILE_BYTES_MAX + 1, "a"));
  expect(large.json()).toMatchObject({ status: 413, code: "body_too_large" });
});

test.each([
  ["that ends in the middle of the file", "multipart/form-data; boundary=xyz", "name\r\nSoap"],
  ["with another boundary than it says", "multipart/form-data; boundary=other", "name\r\nSoap\r\n--xyz--"],
  ["without a boundary", "multipart/form-data", "name\r\nSoap\r\n--xyz--"],
])("a form %s is refused and brings nothing in", async (_what, contentType, rest) => {
  const head = '--xyz\r\nContent-Disposition: form-data; name="file"; filename="a.csv"\r\n\r\n';
  const answer = await opened.app.inject({
    method: "POST",
    url: "/api/products/import_csv/",
    headers: { authorization: `Token ${shop.token}`, "content-type": contentType },
    payload: head + rest,
  });
  expect(answer.json()).toMatchObject({ status: 400, code: "malformed_request" });
  expect(await products()).toEqual([]);
});

test("multipart is taken nowhere else", async () => {
  expect((await upload("name\nSoap\n", { url: "/api/products/" })).statusCode).toBe(415);
});

test("imports beyond those that one process reads at a time are asked to come again", async () => {
  const rows = Array.from({ length: 3_000 }, (_, index) => `P${index},Product ${index}\n`).join("");
  const answers = await Promise.all([1, 2, 3, 4].map(async () => upload(`sku,name\n${rows}`)));
  expect(answers.map(({ statusCode }) => statusCode).toSorted((a, b) => a - b)).toEqual([200, 200, 429, 429]);
  expect(answers.find(({ statusCode }) => statusCode === 429)?.headers["retry-after"]).toBe("5");
  expect((await upload("name\nSoap\n")).statusCode).toBe(200);
});

test("nothing that people sent above was an error of the server", () => {
  expect(opened.errorLines).toEqual([]);
});
