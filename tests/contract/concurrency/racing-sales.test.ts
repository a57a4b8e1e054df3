import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { describeEachDatabase } from "../../servers/databases.ts";
import { raceClients } from "./race-clients.ts";
import { openRaceShop, type RaceShop, readSoundShop } from "./race-shop.ts";
import { type RunningServers, startServers } from "./start-servers.ts";
import { statusCounts } from "./status-counts.ts";

const TILLS = 50;
const HOT_PRODUCTS = 5;
/** Of the five products, how many each sale takes; in another order on every till, which is what deadlocks are made of. */
const LINES_PER_SALE = 4;
const OPENING_STOCK = 100;
const REORDER_LEVEL = 60;
const POSTS_OF_ONE_ID = 20;

describeEachDatabase("tills that race for sales", (database) => {
  let servers: RunningServers;

  beforeAll(async () => {
    servers = await startServers(database());
  });
  afterAll(async () => servers?.stop());

  test("50 tills sell and restock five products: nothing fails, stock is exact, no id is missing", async () => {
    const shop = await openRaceShop(servers.urls);
    const products = await createHotProducts(shop);
    const tills = Array.from({ length: TILLS }, (_, till) => {
      const sale = (turn: number) => ({ external_id: randomUUID(), items: hotItems(products, till + turn) });
      const restock = { product: products[till % HOT_PRODUCTS], delta: 1, external_id: randomUUID() };
      return [
        shop.post("/api/sales/", sale(0)),
        shop.post("/api/stock-movements/", restock),
        shop.post("/api/sales/batch/", { sales: [sale(1), sale(2), sale(3)] }),
      ];
    });
    expect(statusCounts((await raceClients(tills)).flat())).toEqual({ 200: TILLS, 201: 2 * TILLS });
    const { sales, products: listed } = await readSoundShop(shop);
    expect(sales).toHaveLength(4 * TILLS);
    // Every product is left out by each fifth sale, and restocked by each fifth till.
    const left = OPENING_STOCK - (4 * TILLS * LINES_PER_SALE) / HOT_PRODUCTS / 2 + TILLS / HOT_PRODUCTS;
    expect(listed.map(({ stock }) => stock)).toEqual(products.map(() => left));
    const { alerts } = await shop.api.get<OpenAlerts>("/api/alerts/low-stock/");
    expect(alerts.map(({ product }) => product.id).toSorted((a, b) => a - b)).toEqual(products);
    expect(servers.errors()).toEqual([]);
  });

  test("of 20 posts of one sale one is 201 and 19 are 200, all with one body; ten sales at a time", async () => {
    const shop = await openRaceShop(servers.urls);
    const [product] = await createHotProducts(shop);
    const ids = Array.from({ length: 10 }, () => randomUUID());
    const posts = Array.from({ length: POSTS_OF_ONE_ID }, (_, turn) => turn).flatMap((turn) =>
      ids.map((id) => ({
        external_id: turn % 2 === 0 ? id : `{${id.toUpperCase()}}`,
        items: [{ product, quantity: 1 }],
      })),
    );
    const answers = (await raceClients(posts.map((sale) => [shop.post("/api/sales/", sale)]))).flat();
    expect(statusCounts(answers)).toEqual({ 200: ids.length * (POSTS_OF_ONE_ID - 1), 201: ids.length });
    expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(ids.length);
    const { sales, products } = await readSoundShop(shop);
    expect(sales.map((sale) => sale.external_id).toSorted()).toEqual(ids.toSorted());
    expect(products[0]?.stock).toBe(OPENING_STOCK - ids.length);
    expect(servers.errors()).toEqual([]);
  });

  test("of two contents under one id the first wins for good, whoever asks", async () => {
    const shop = await openRaceShop(servers.urls);
    const [product] = await createHotProducts(shop);
    const external_id = randomUUID();
    const sale = (turn: number) => ({ external_id, items: [{ product, quantity: 1 + (turn % 2) }] });
    const tills = Array.from({ length: POSTS_OF_ONE_ID }, (_, turn) => [shop.post("/api/sales/", sale(turn))]);
    const half = POSTS_OF_ONE_ID / 2;
    expect(statusCounts((await raceClients(tills)).flat())).toEqual({ 200: half - 1, 201: 1, 422: half });
    expect((await readSoundShop(shop)).movements).toHaveLength(HOT_PRODUCTS + 1);
    expect(servers.errors()).toEqual([]);
  });

  test("ten shops with five tills each sell at once, all opening alerts", async () => {
    const shops = await Promise.all(Array.from({ length: 10 }, () => openRaceShop(servers.urls)));
    const races = await Promise.all(shops.map(async (shop) => ({ shop, products: await createHotProducts(shop) })));
    const tills = races.flatMap(({ shop, products }) =>
      products.map((_, till) =>
        [0, 1].map(() => shop.post("/api/sales/", { items: hotItems(products, till, OPENING_STOCK / 2) })),
      ),
    );
    expect(statusCounts((await raceClients(tills)).flat())).toEqual({ 201: 2 * tills.length });
    for (const { shop } of races) {
      const { products } = await readSoundShop(shop);
      expect(products.map(({ stock }) => stock)).toEqual(products.map(() => OPENING_STOCK - 8 * (OPENING_STOCK / 2)));
    }
    expect(servers.errors()).toEqual([]);
  });
});

type OpenAlerts = { readonly alerts: readonly { readonly product: { readonly id: number } }[] };

async function createHotProducts(shop: RaceShop): Promise<readonly number[]> {
  const ids: number[] = [];
  for (let index = 0; index < HOT_PRODUCTS; index += 1) {
    const product = { sku: `HOT-${index}`, name: `Hot ${index}`, unit_price: "1.50", stock: OPENING_STOCK };
    ids.push(await shop.createProduct({ ...product, reorder_level: REORDER_LEVEL }));
  }
  return ids;
}

/** All but one of the products, starting with another one each turn. */
function hotItems(products: readonly number[], turn: number, quantity = 0.5) {
  return Array.from({ length: LINES_PER_SALE }, (_, line) => ({
    product: products[(turn + line) % products.length],
    quantity,
  }));
}
