import { gzipSync } from "node:zlib";
import { afterEach, beforeEach, expect, test } from "vitest";
import { callAs } from "../../testing/call-as.ts";
import { registerShop } from "../../testing/register-shop.ts";
import { enrolTill, openTestSync, refusalOf, type TestSync } from "../testing/open-test-sync.ts";
import { itemOf, pushOf, START_MS } from "../testing/test-messages.ts";

const PUSH = "/api/sync/push/";

let sync: TestSync;
beforeEach(async () => {
  sync = await openTestSync();
});
afterEach(() => sync.close());

const refused = (body: object, token = sync.till.token) => refusalOf(sync.app, token, "POST", PUSH, body);

test.each([
  ["a field that this protocol does not know", { surprise: 1 }],
  ["no confirmed ranges", { confirmed: undefined }],
  ["501 items", { items: Array.from({ length: 501 }, (_, index) => itemOf(index + 1)) }],
  ["a device number of 0", { items: [itemOf(0)] }],
  ["a number as text", { next_device_seq: "2" }],
])("a push with %s is refused as a whole", async (_what, changes) => {
  const body = { ...pushOf(sync.till.deviceId), ...changes };
  expect(await refused(body)).toEqual({ status: 400, code: "validation_failed" });
});

test.each([0, 2, 99])("protocol %d is told to update, whatever else the body holds", async (protocol) => {
  expect(await refused({ protocol, shape: "of another time" })).toEqual({ status: 426, code: "update_required" });
});

test("a push in the name of another device is refused", async () => {
  const other = await enrolTill(sync.app, sync.shop);
  expect(await refused(pushOf(other.deviceId))).toEqual({ status: 400, code: "validation_failed" });
});

test("a person's token does not push, and nobody's does not either", async () => {
  const body = pushOf(sync.till.deviceId);
  expect(await refused(body, sync.shop.token)).toEqual({ status: 403, code: "forbidden" });
  expect(await refused(body, "nobody")).toEqual({ status: 401, code: "not_authenticated" });
});

test("a device's token does nothing but push and pull", async () => {
  const { app, till } = sync;
  expect(await refusalOf(app, till.token, "GET", "/api/products/")).toEqual({ status: 403, code: "forbidden" });
  expect(await refusalOf(app, till.token, "POST", "/api/sync/enrol/", {})).toEqual({ status: 403, code: "forbidden" });
});

test("a revoked device is told so, and nothing of its push is kept", async () => {
  const { db, shop, till } = sync;
  const body = pushOf(till.deviceId, { items: [itemOf(1)] });
  await db.updateTable("devices").set({ revoked_at_ms: 1 }).where("shop_id", "=", shop.shopId).execute();
  expect(await refused(body)).toEqual({ status: 403, code: "device_revoked" });
  expect(await db.selectFrom("sales").select("id").where("shop_id", "=", shop.shopId).execute()).toEqual([]);
});

test("a body beyond the limit is refused by its size after decompression", async () => {
  const { app, till } = sync;
  const body = pushOf(till.deviceId, {
    items: [itemOf(1, { body: "x".repeat(600_000) }), itemOf(2, { body: "x".repeat(600_000) })],
  });
  const answer = await app.inject({
    method: "POST",
    url: PUSH,
    headers: {
      authorization: `Token ${till.token}`,
      "content-type": "application/json",
      "content-encoding": "gzip",
    },
    payload: gzipSync(JSON.stringify(body)),
  });
  expect(answer.statusCode).toBe(413);
});

test("a compressed push is taken, without the trailing slash too, and is not to be cached", async () => {
  const { app, till } = sync;
  const answer = await app.inject({
    method: "POST",
    url: "/api/sync/push",
    headers: { authorization: `Bearer ${till.token}`, "content-type": "application/json", "content-encoding": "gzip" },
    payload: gzipSync(JSON.stringify(pushOf(till.deviceId, { items: [itemOf(1)] }))),
  });
  expect(answer.json()).toMatchObject({ results: [{ status: "created" }] });
  expect(answer.headers["cache-control"]).toBe("no-store");
});

test("another shop's device with the same id pushes into its own shop", async () => {
  const { app, db, shop, till } = sync;
  const otherShop = await registerShop(app);
  const other = await enrolTill(app, otherShop, till.deviceId);
  const item = itemOf(1);
  await till.push({ items: [item] });
  expect((await other.push({ items: [item] })).results).toMatchObject([{ status: "created", sale_id: 1 }]);
  const sales = await db.selectFrom("sales").select("id").where("shop_id", "=", shop.shopId).execute();
  expect(sales).toHaveLength(1);
});

test("the owner can see what the till said of itself", async () => {
  const { db, shop, till } = sync;
  await till.push({ next_device_seq: 8, app_version: "1.2.3" });
  const device = await db.selectFrom("devices").selectAll().where("shop_id", "=", shop.shopId).executeTakeFirst();
  expect(device).toMatchObject({
    last_seen_at_ms: START_MS,
    reported_at_ms: START_MS,
    app_version: "1.2.3",
    unsent_count: 1,
    oldest_unsent_age_ms: 5_000,
    unsent_value_minor: 350,
    storage_persisted: 1,
    storage_usage_bytes: 10,
    storage_quota_bytes: 100,
    clock_offset_ms: 0,
    clock_error_ms: 10,
    next_device_seq: 8,
  });
});

test("a report that cannot be read as money is no reason to refuse sales", async () => {
  const queue = { unsent: 1, oldest_unsent_ms: null, unsent_value: "3.505" };
  expect((await sync.till.push({ queue, items: [itemOf(1)] })).results).toMatchObject([{ status: "created" }]);
});

test("the device numbers that are in are told without a hole", async () => {
  const { till } = sync;
  expect((await till.push({ items: [itemOf(1), itemOf(3)] })).contiguous_device_seq).toBe(1);
  expect((await till.push({ items: [itemOf(5)] })).contiguous_device_seq).toBe(1);
  expect((await till.push({ items: [itemOf(2)] })).contiguous_device_seq).toBe(3);
  expect((await till.push({ items: [itemOf(4)] })).contiguous_device_seq).toBe(5);
});

test("what the device holds acknowledgements for and the server lost is asked for, until it is offered again", async () => {
  const { till } = sync;
  await till.push({ items: [itemOf(1), itemOf(2), itemOf(5)] });
  const confirmed: [number, number][] = [[1, 7]];
  expect((await till.push({ confirmed })).missing).toEqual([
    [3, 4],
    [6, 7],
  ]);
  const offered = await till.push({
    confirmed: [
      [1, 2],
      [5, 5],
    ],
    items: [3, 4, 6, 7].map((seq) => itemOf(seq)),
  });
  expect(offered).toMatchObject({ contiguous_device_seq: 7, missing: [] });
  expect((await till.push({ confirmed })).missing).toEqual([]);
});

test("no more than fifty missing ranges are named at once", async () => {
  const { till } = sync;
  await till.push({ items: Array.from({ length: 60 }, (_, index) => itemOf(2 * index + 2)) });
  const { missing } = await till.push({ confirmed: [[1, 120]] });
  expect(missing).toEqual(Array.from({ length: 50 }, (_, index) => [2 * index + 1, 2 * index + 1]));
});

test("an empty body is refused, not taken for a push", async () => {
  const answer = await callAs(sync.app, sync.till.token, "POST", PUSH);
  expect(answer.statusCode).toBe(400);
});
