import { sql } from "kysely";
import { afterEach, beforeEach, expect, test } from "vitest";
import { addMember } from "../../testing/add-member.ts";
import { enrolTill, openTestSync, type TestSync } from "../testing/open-test-sync.ts";
import { breadLine, INCARNATION, itemOf, START_MS } from "../testing/test-messages.ts";

let sync: TestSync;
beforeEach(async () => {
  sync = await openTestSync();
});
afterEach(() => sync.close());

const statusesOf = (answer: { results: { status: string }[] }) => answer.results.map((result) => result.status);

async function stored() {
  const { db, shop } = sync;
  const { shopId } = shop;
  return {
    sales: await db.selectFrom("sales").selectAll().where("shop_id", "=", shopId).orderBy("id").execute(),
    movements: await db.selectFrom("stock_movements").selectAll().where("shop_id", "=", shopId).execute(),
    results: await db.selectFrom("device_results").selectAll().where("shop_id", "=", shopId).execute(),
    quarantined: await db.selectFrom("quarantined_items").selectAll().where("shop_id", "=", shopId).execute(),
    conflicts: await db.selectFrom("sale_conflicts").selectAll().where("shop_id", "=", shopId).execute(),
  };
}

test("a sale is created with its effects, and its result row beside them", async () => {
  const item = itemOf(1);
  const answer = await sync.till.push({ items: [item] });
  expect(answer).toMatchObject({
    protocol: 1,
    contiguous_device_seq: 1,
    missing: [],
    durable_through: null,
    server_time_ms: START_MS,
    results: [{ id: item.id, status: "created", sale_id: 1, flags: ["negative_stock", "product_created"] }],
  });
  const { sales, movements, results } = await stored();
  expect(sales).toMatchObject([
    {
      external_id: item.id,
      total_minor: 350,
      device_id: sync.till.deviceId,
      device_seq: 1,
      sold_by: sync.shop.userId,
      corrected_at_ms: START_MS - 60_000,
    },
  ]);
  expect(movements).toMatchObject([{ delta_thousandths: -2_000, sale_id: 1 }]);
  expect(results).toMatchObject([{ device_seq: 1, item_id: item.id, status: "created", sale_id: 1 }]);
});

test("the answer names the request it belongs to", async () => {
  const batch_id = crypto.randomUUID();
  expect((await sync.till.push({ batch_id })).request_id).toBe(batch_id);
});

test("when the answer was lost, the same bytes get the first result again and have no second effect", async () => {
  const items = [itemOf(1), itemOf(2)];
  const first = await sync.till.push({ items });
  const before = await stored();
  const second = await sync.till.push({ items });
  expect(statusesOf(second)).toEqual(["duplicate", "duplicate"]);
  expect(second.results.map(({ sale_id, flags }) => ({ sale_id, flags }))).toEqual(
    first.results.map(({ sale_id, flags }) => ({ sale_id, flags })),
  );
  expect(await stored()).toEqual(before);
});

test("fifty identical batches at once have one effect", async () => {
  const items = Array.from({ length: 5 }, (_, index) => itemOf(index + 1));
  const answers = await Promise.all(Array.from({ length: 50 }, () => sync.till.push({ items })));
  const created = answers.flatMap(statusesOf).filter((status) => status === "created");
  const repeated = answers.flatMap(statusesOf).filter((status) => status === "duplicate");
  expect([created.length, repeated.length]).toEqual([5, 245]);
  const { sales, movements, results } = await stored();
  expect([sales.length, movements.length, results.length]).toEqual([5, 5, 5]);
});

test("one sale from two tills is one sale, answered for both", async () => {
  const other = await enrolTill(sync.app, sync.shop);
  const item = itemOf(1);
  await sync.till.push({ items: [item] });
  expect(await other.push({ items: [{ ...item, device_seq: 4 }] })).toMatchObject({
    contiguous_device_seq: 0,
    results: [{ status: "duplicate", sale_id: 1 }],
  });
});

test("one id with other content is a mismatch: the first stays, the second is kept for review", async () => {
  const item = itemOf(1);
  const changed = itemOf(1, { id: item.id, sale: { items: [breadLine("3")] } });
  await sync.till.push({ items: [item] });
  const answer = await sync.till.push({ items: [changed] });
  expect(answer.results).toMatchObject([
    {
      id: item.id,
      status: "mismatch",
      sale_id: 1,
      code: "external_id_reused",
      detail: expect.stringContaining("quantity"),
    },
  ]);
  const { sales, conflicts } = await stored();
  expect(sales).toMatchObject([{ total_minor: 350 }]);
  expect(conflicts).toHaveLength(1);
});

test("a poisoned item among 25 is stored for a person, and 24 are created", async () => {
  const items = Array.from({ length: 25 }, (_, index) => itemOf(index + 1));
  const poisoned = itemOf(13, { body: '{"items":[{"quantity":"1"' });
  const answer = await sync.till.push({ items: items.with(12, poisoned) });
  expect(statusesOf(answer).filter((status) => status === "created")).toHaveLength(24);
  expect(answer.results[12]).toMatchObject({ id: poisoned.id, status: "quarantined", code: "malformed_json" });
  expect(answer.contiguous_device_seq).toBe(25);
  const { sales, quarantined } = await stored();
  expect(sales).toHaveLength(24);
  expect(quarantined).toMatchObject([
    { item_id: poisoned.id, device_seq: 13, kind: "sale", body: poisoned.body, sha256: poisoned.sha256 },
  ]);
});

test("a sale of a product that the shop never had is quarantined, once, however often it is sent", async () => {
  const item = itemOf(1, { sale: { items: [{ product: 99, quantity: "1" }] } });
  const first = await sync.till.push({ items: [item] });
  expect(first.results).toMatchObject([{ status: "quarantined", code: "product_not_found" }]);
  expect((await sync.till.push({ items: [item, item] })).results).toEqual([first.results[0], first.results[0]]);
  expect((await stored()).quarantined).toHaveLength(1);
});

test("an item of a kind this server does not know is stored with its bytes, not refused", async () => {
  const item = itemOf(1, { kind: "shift_closed", body: '{"whatever":true}' });
  const answer = await sync.till.push({ items: [item, itemOf(2)] });
  expect(statusesOf(answer)).toEqual(["quarantined", "created"]);
  expect((await stored()).quarantined).toMatchObject([{ kind: "shift_closed", body: '{"whatever":true}' }]);
});

test("bytes damaged in transit are asked for again and leave no trace", async () => {
  const item = itemOf(1);
  const damaged = { ...item, body: item.body.replace("2", "9") };
  const answer = await sync.till.push({ items: [damaged] });
  expect(answer).toMatchObject({
    contiguous_device_seq: 0,
    results: [{ id: item.id, status: "retry", code: "damaged_in_transit" }],
  });
  expect(await stored()).toMatchObject({ sales: [], results: [], quarantined: [] });
  expect(statusesOf(await sync.till.push({ items: [item] }))).toEqual(["created"]);
});

test("an item on which the server breaks is asked for again, and its neighbours are created", async () => {
  await sql`create trigger broken before insert on sale_lines when new.product_name = 'Cursed'
    begin select raise(abort, 'broken on purpose'); end`.execute(sync.db.withoutPlugins());
  const cursed = itemOf(2, { sale: { items: [{ product_data: { name: "Cursed", unit_price: "1" }, quantity: "1" }] } });
  const answer = await sync.till.push({ items: [itemOf(1), cursed, itemOf(3)] });
  expect(statusesOf(answer)).toEqual(["created", "retry", "created"]);
  expect(answer.results[1]).toMatchObject({ id: cursed.id, code: "internal_error" });
  expect(answer.contiguous_device_seq).toBe(1);
  expect(sync.errorLines.splice(0)).toEqual([expect.stringContaining(cursed.id)]);
});

test("a cloned outbox loses nothing: the second sale under a number is kept and flagged", async () => {
  const [mine, clones] = [itemOf(1), itemOf(1)];
  await sync.till.push({ items: [mine] });
  const answer = await sync.till.push({ items: [clones] });
  expect(answer.results).toMatchObject([{ status: "created", flags: ["negative_stock", "device_fork"] }]);
  const { sales, results } = await stored();
  expect(sales).toHaveLength(2);
  expect(results.map((row) => [row.incarnation, row.device_seq, row.item_id])).toEqual(
    expect.arrayContaining([
      [INCARNATION, 1, mine.id],
      [INCARNATION, 1, clones.id],
    ]),
  );
});

test("the same number of another incarnation is no fork", async () => {
  await sync.till.push({ items: [itemOf(1, { sale: { items: [breadLine("1")] } })] });
  const answer = await sync.till.push({ incarnation: crypto.randomUUID(), items: [itemOf(1)] });
  expect(answer.results).toMatchObject([{ status: "created", flags: ["negative_stock"] }]);
});

test("a sale belongs to the cashier it names, else to who enrolled the till", async () => {
  const { db, shop, till } = sync;
  const cashier = await addMember(db, shop.shopId, "cashier");
  const named = itemOf(1, { sale: { items: [breadLine("1")], cashier: cashier.userId } });
  const answer = await till.push({ items: [named, itemOf(2)] });
  expect(statusesOf(answer)).toEqual(["created", "created"]);
  expect((await stored()).sales.map((sale) => sale.sold_by)).toEqual([cashier.userId, shop.userId]);
});
