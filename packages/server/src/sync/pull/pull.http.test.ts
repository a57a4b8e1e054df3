import { afterEach, beforeEach, expect, test } from "vitest";
import { callAs } from "../../testing/call-as.ts";
import { registerShop } from "../../testing/register-shop.ts";
import { enrolTill, openTestSync, refusalOf, type TestSync } from "../testing/open-test-sync.ts";
import { breadLine, INCARNATION, itemOf, START_MS } from "../testing/test-messages.ts";
import { decodeCursor, encodeCursor, type PullCursor } from "./pull-cursor.ts";

let sync: TestSync;
beforeEach(async () => {
  sync = await openTestSync();
});
afterEach(() => sync.close());

async function addProduct(fields: object): Promise<void> {
  const answer = await callAs(sync.app, sync.shop.token, "POST", "/api/products/", { unit_price: "1.50", ...fields });
  if (answer.statusCode !== 201) throw new Error(answer.body);
}

test("the first pull of an empty shop is empty, with a cursor to go on from", async () => {
  const answer = await sync.till.pull();
  expect(answer).toMatchObject({
    protocol: 1,
    more: false,
    products: [],
    tombstones: [],
    alerts: [],
    ack: { incarnation: null, contiguous_device_seq: 0, extra: [] },
    durable_through: null,
    server_time_ms: START_MS,
  });
  expect(await sync.till.pull(`?cursor=${answer.cursor}`)).toMatchObject({ more: false, cursor: answer.cursor });
});

test("a product is delivered as the API shows it, with the version that changed it", async () => {
  await addProduct({ name: "Soap", sku: "SOAP", stock: "2.5", reorder_level: 5 });
  const { products, alerts, head } = await sync.till.pull();
  const [shown] = (await callAs(sync.app, sync.shop.token, "GET", "/api/products/")).json<object[]>();
  expect(products).toEqual([{ ...shown, version: head }]);
  expect(products).toMatchObject([{ name: "Soap", stock: 2.5, reorder_level: 5, unit_price: "1.50", active: true }]);
  expect(alerts).toMatchObject([{ product_id: 1, severity: "warning", open: true, acknowledged: false }]);
});

test("pages follow one another without gap or overlap", async () => {
  for (const name of ["a", "b", "c", "d", "e"]) await addProduct({ name });
  const names: string[] = [];
  let query = "?limit=2";
  for (let page = 0; page < 10; page += 1) {
    const { products, cursor, more } = await sync.till.pull(query);
    names.push(...products.map((product) => product.name));
    if (!more) break;
    query = `?limit=2&cursor=${cursor}`;
  }
  expect(names).toEqual(["a", "b", "c", "d", "e"]);
});

test("after the load only changes come, an archived product among them as inactive", async () => {
  await addProduct({ name: "Soap" });
  await addProduct({ name: "Tea" });
  const { cursor } = await sync.till.pull();
  await callAs(sync.app, sync.shop.token, "DELETE", "/api/products/1/");
  const { products, more } = await sync.till.pull(`?cursor=${cursor}`);
  expect(products).toMatchObject([{ id: 1, name: "Soap", active: false }]);
  expect(more).toBe(false);
});

test("the acknowledgements are those of the till's own outbox, as of the same moment as the stock", async () => {
  const { till } = sync;
  await till.push({ items: [itemOf(1), itemOf(2), itemOf(4), itemOf(5)] });
  const { ack, products } = await till.pull();
  expect(ack).toEqual({ incarnation: INCARNATION, contiguous_device_seq: 2, extra: [[4, 5]] });
  expect(products).toMatchObject([{ name: "Bread", stock: -8 }]);
});

test("a till that sells hears of its own sale's effect on the catalogue", async () => {
  const { till } = sync;
  await addProduct({ name: "Bread", sku: "BREAD", stock: 10 });
  const { cursor } = await till.pull();
  await till.push({ items: [itemOf(1, { sale: { items: [breadLine("0.5")] } })] });
  expect((await till.pull(`?cursor=${cursor}`)).products).toMatchObject([{ id: 1, stock: 9.5 }]);
});

async function cursorWith(changes: Partial<PullCursor>): Promise<string> {
  const own = decodeCursor((await sync.till.pull()).cursor);
  if (own === undefined) throw new Error("The server's own cursor cannot be read.");
  return encodeCursor({ ...own, ...changes });
}

test.each([
  ["of another epoch", { epoch: "0197c0de-0000-7000-8000-00000000eeee" }],
  ["of another shop", { shop: "0197c0de-0000-7000-8000-00000000bbbb" }],
  ["beyond the head", { version: 1_000 }],
])("a cursor %s asks for a fresh start", async (_what, changes) => {
  const url = `/api/sync/pull/?cursor=${await cursorWith(changes)}`;
  expect(await refusalOf(sync.app, sync.till.token, "GET", url)).toEqual({ status: 410, code: "reset_required" });
});

test("a cursor that nobody handed out asks for a fresh start", async () => {
  const url = "/api/sync/pull/?cursor=rubbish";
  expect(await refusalOf(sync.app, sync.till.token, "GET", url)).toEqual({ status: 410, code: "reset_required" });
});

test("nothing of one shop reaches a till of another", async () => {
  const otherShop = await registerShop(sync.app);
  const other = await enrolTill(sync.app, otherShop);
  await addProduct({ name: "Secret" });
  expect((await other.pull()).products).toEqual([]);
});

test("a revoked device, a person and nobody do not pull", async () => {
  const { app, db, shop, till } = sync;
  const pull = (token: string) => refusalOf(app, token, "GET", "/api/sync/pull/");
  expect(await pull(shop.token)).toEqual({ status: 403, code: "forbidden" });
  expect(await pull("nobody")).toEqual({ status: 401, code: "not_authenticated" });
  await db.updateTable("devices").set({ revoked_at_ms: 1 }).where("shop_id", "=", shop.shopId).execute();
  expect(await pull(till.token)).toEqual({ status: 403, code: "device_revoked" });
});

test.each(["?limit=0", "?limit=many", "?limit=10000", "?since=1"])("%s is refused", async (query) => {
  const refusal = await refusalOf(sync.app, sync.till.token, "GET", `/api/sync/pull/${query}`);
  expect(refusal).toEqual({ status: 400, code: "validation_failed" });
});

test("an answer is not to be cached", async () => {
  const answer = await callAs(sync.app, sync.till.token, "GET", "/api/sync/pull");
  expect(answer.headers["cache-control"]).toBe("no-store");
});
