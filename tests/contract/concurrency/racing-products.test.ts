import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { describeEachDatabase } from "../../servers/databases.ts";
import { raceClients } from "./race-clients.ts";
import { newAccount, openRaceShop, readSoundShop } from "./race-shop.ts";
import { type RunningServers, startServers } from "./start-servers.ts";
import { statusCounts } from "./status-counts.ts";

const TILLS = 20;
const IMPORT_ROWS = 300;
/** What a server reads at a time; the next one would be told to wait. */
const IMPORTS_PER_SERVER = 2;

describeEachDatabase("clients that race for products", (database) => {
  let servers: RunningServers;

  beforeAll(async () => {
    servers = await startServers(database());
  });
  afterAll(async () => servers?.stop());

  test("20 tills sell the same two unknown products: each is made once, under the first id that is free", async () => {
    const shop = await openRaceShop(servers.urls);
    const tills = Array.from({ length: TILLS }, (_, till) => [shop.post("/api/sales/", { items: unknownItems(till) })]);
    expect(statusCounts((await raceClients(tills)).flat())).toEqual({ 201: TILLS });
    const { products, sales } = await readSoundShop(shop);
    expect(products.map(({ stock }) => stock)).toEqual([-TILLS, -TILLS]);
    expect(sales.filter(({ flags }) => flags.includes("product_created"))).toMatchObject([{ id: 1 }]);
    expect(servers.errors()).toEqual([]);
  });

  test("20 back offices make one product: one may, and the others take no id", async () => {
    const shop = await openRaceShop(servers.urls);
    const tills = Array.from({ length: TILLS }, (_, till) => [
      shop.post("/api/products/", { sku: spelling("soap", till), name: "Soap", unit_price: "1", stock: 5 }),
    ]);
    expect(statusCounts((await raceClients(tills)).flat())).toEqual({ 201: 1, 409: TILLS - 1 });
    expect(await shop.createProduct({ name: "Bread", is_volatile: true })).toBe(2);
    expect(servers.errors()).toEqual([]);
  });

  test("imports of one file race with each other, with its products made on the fly, and with restocks", async () => {
    const shop = await openRaceShop(servers.urls);
    const known = await shop.createProduct({ sku: "P-0", name: "Product 0", unit_price: "1" });
    const imports = servers.urls.flatMap(() => Array.from({ length: IMPORTS_PER_SERVER }, () => importedCsv()));
    const sale = (till: number) => ({
      items: [{ product_data: { sku: `p-${IMPORT_ROWS - till}`, name: "Sold first" }, quantity: 1 }],
    });
    const others = Array.from({ length: TILLS }, (_, till) => [
      shop.post("/api/sales/", sale(till + 1)),
      shop.post("/api/stock-movements/", { product: known, delta: 1 }),
    ]);
    const answers = await raceClients([...imports.map((csv) => [shop.importCsv(csv)]), ...others]);
    expect(statusCounts(answers.flat())).toEqual({ 200: imports.length, 201: 2 * TILLS });
    const reports = answers.slice(0, imports.length).flatMap((heard) => heard.map(({ body }) => body));
    for (const report of reports) expect(report).toMatchObject({ status: "success", errors: [] });
    const { products, sales } = await readSoundShop(shop);
    expect(new Set(products.map(({ sku }) => sku?.toLowerCase())).size).toBe(IMPORT_ROWS);
    expect(products).toHaveLength(IMPORT_ROWS);
    expect(sales).toHaveLength(TILLS);
    expect(servers.errors()).toEqual([]);
  });

  test("20 posts of one movement move the stock once", async () => {
    const shop = await openRaceShop(servers.urls);
    const movement = { product: await shop.createProduct({ name: "Rice" }), delta: 7, external_id: randomUUID() };
    const tills = Array.from({ length: TILLS }, () => [shop.post("/api/stock-movements/", movement)]);
    expect(statusCounts((await raceClients(tills)).flat())).toEqual({ 200: TILLS - 1, 201: 1 });
    expect((await readSoundShop(shop)).products).toMatchObject([{ stock: 7 }]);
    expect(servers.errors()).toEqual([]);
  });

  test("of 20 people with one name and 20 with names of their own, 21 get a shop", async () => {
    const url = (turn: number) => `${servers.urls[turn % servers.urls.length]}/api/register/`;
    const { username } = newAccount();
    const accounts = Array.from({ length: TILLS }, () => [{ ...newAccount(), username }, newAccount()]).flat();
    const answers = await raceClients(accounts.map((json, turn) => [{ url: url(turn >> 1), post: { json } }]));
    const counts = statusCounts(answers.flat());
    expect(counts[201]).toBe(TILLS + 1);
    // Who asks for taken names again and again is told to wait.
    expect((counts[409] ?? 0) + (counts[429] ?? 0)).toBe(TILLS - 1);
    expect(servers.errors()).toEqual([]);
  });
});

function unknownItems(till: number) {
  return ["juice", "loaf"].map((sku) => ({ product_data: { sku: spelling(sku, till), name: sku }, quantity: 1 }));
}

function spelling(sku: string, till: number): string {
  return till % 2 === 0 ? sku.toUpperCase() : ` ${sku.toLowerCase()} `;
}

function importedCsv(): string {
  const rows = Array.from({ length: IMPORT_ROWS }, (_, row) => `P-${row},Product ${row},${row + 1}.50,5\n`);
  return `sku,name,price,min stock\n${rows.join("")}`;
}
