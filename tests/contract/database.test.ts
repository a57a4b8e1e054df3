import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { checkDurability } from "../../packages/server/src/database/durability-check.ts";
import { migrateTo, migrateToLatest, migrateToNothing } from "../../packages/server/src/database/migrate.ts";
import { acrossShops } from "../../packages/server/src/database/open-database.ts";
import { prepareDatabase } from "../../packages/server/src/database/prepare-database.ts";
import { KNOWN_MIGRATIONS, readSchemaState } from "../../packages/server/src/database/schema-gate.ts";
import type { Database } from "../../packages/server/src/database/schema.ts";
import { inShopRead, inShopTransaction } from "../../packages/server/src/database/shop-transaction.ts";
import { insertRows, upsertRows } from "../../packages/server/src/database/write-rows.ts";
import { insertTestShop } from "../../packages/server/src/testing/insert-test-shop.ts";
import { describeEachDatabase } from "../servers/databases.ts";
import { openContractDatabase } from "./open-contract-database.ts";

const SHOP = "0197c0de-0000-7000-8000-000000000001";
const DAY = { shop_id: SHOP, business_date: "2026-01-31" };

describeEachDatabase("the database layer", (database, kind) => {
  let db: Database;
  beforeAll(async () => {
    db = await openContractDatabase(database());
  });
  afterAll(async () => db.destroy());

  test("migrations run up, down and up, each step back and forth", async () => {
    await migrateToNothing(db);
    expect((await db.introspection.getTables()).map((table) => table.name)).toEqual([]);
    for (const name of KNOWN_MIGRATIONS) {
      await migrateTo(db, name);
      expect((await migrateTo(db, previousOf(name))).map((step) => step.name)).toEqual([name]);
      await migrateTo(db, name);
    }
    expect(await readSchemaState(db)).toEqual({ kind: "current" });
  });

  test("a step that was interrupted half-way is finished when it runs again", async () => {
    const step = "0004_devices";
    await migrateTo(db, step);
    if (kind === "mysql") {
      // What a kill leaves where each statement commits by itself: some tables made, the step not recorded.
      await acrossShops(db).schema.dropTable("quarantined_items").execute();
      await sql`delete from kysely_migration where name = ${step}`.execute(db);
    }
    await migrateToLatest(db);
    expect(await readSchemaState(db)).toEqual({ kind: "current" });
    expect((await db.introspection.getTables()).map((table) => table.name)).toContain("quarantined_items");
  });

  test("an older schema migrates itself on SQLite; elsewhere the command is named, unless it was asked for", async () => {
    await migrateTo(db, KNOWN_MIGRATIONS[0] ?? "");
    const options = { newId: () => crypto.randomUUID(), migratesAutomatically: false };
    const asked = await prepareDatabase(db, options);
    // A test server may run without fsync, which the gate says first.
    const durable = (await checkDurability(db)).length === 0;
    expect(asked.ok).toBe(kind === "sqlite");
    expect(asked.ok || !durable || asked.error.includes("duka migrate up")).toBe(true);
    const automatic = await prepareDatabase(db, { ...options, migratesAutomatically: true });
    expect(automatic.ok).toBe(durable);
    await migrateToLatest(db);
  });

  test("integers come back as numbers, sums too, dates as texts, and what a number cannot hold is refused", async () => {
    await insertTestShop(db, SHOP, { version: Number.MAX_SAFE_INTEGER });
    const shop = await db.selectFrom("shops").selectAll().where("id", "=", SHOP).executeTakeFirstOrThrow();
    expect(shop).toMatchObject({ id: SHOP, version: Number.MAX_SAFE_INTEGER, day_cut_minutes: 0, next_sale_id: 1 });
    const days = [
      { ...DAY, sale_count: 2, total_minor: 10 ** 15 },
      { ...DAY, business_date: "2024-02-29", sale_count: 3, total_minor: 1 },
    ];
    await db.transaction().execute(async (trx) => insertRows(trx, "shop_daily_sales", days));
    const { total } = await db
      .selectFrom("shop_daily_sales")
      .select((eb) => eb.fn.sum<number>("total_minor").as("total"))
      .where("shop_id", "=", SHOP)
      .executeTakeFirstOrThrow();
    expect(total).toBe(10 ** 15 + 1);
    const read = db.selectFrom("shop_daily_sales").select("business_date").where("shop_id", "=", SHOP);
    expect(await read.orderBy("business_date").execute()).toEqual([
      { business_date: "2024-02-29" },
      { business_date: "2026-01-31" },
    ]);
    await db.updateTable("shops").set({ version: sql`version + 1` }).where("id", "=", SHOP).execute();
    const beyond = db.selectFrom("shops").select("version").where("id", "=", SHOP).execute();
    await expect(beyond).rejects.toThrow("9007199254740992");
    await db.updateTable("shops").set({ version: 0 }).where("id", "=", SHOP).execute();
  });

  test("an upsert adds to what is there", async () => {
    const rows = [{ ...DAY, sale_count: 1, total_minor: 5 }];
    await db.transaction().execute(async (trx) => {
      const key = ["shop_id", "business_date"] as const;
      await upsertRows(trx, "shop_daily_sales", rows, { key, add: ["sale_count"], replace: ["total_minor"] });
      await upsertRows(trx, "shop_daily_sales", rows, { key });
    });
    const day = db.selectFrom("shop_daily_sales").select(["sale_count", "total_minor"]).where("shop_id", "=", SHOP);
    expect(await day.where("business_date", "=", "2026-01-31").execute()).toEqual([{ sale_count: 3, total_minor: 5 }]);
  });

  test("texts compare as written, whatever the collation of the house", async () => {
    const find = async (name: string) =>
      db.selectFrom("server_settings").select("name").where("name", "=", name).execute();
    await db
      .insertInto("server_settings")
      .values({ name: "Straße", value: "é 😀" })
      .execute()
      .catch(() => undefined);
    expect(await find("strasse")).toEqual([]);
    expect(await find("STRASSE")).toEqual([]);
    await db.insertInto("server_settings").values({ name: "case", value: "é 😀" }).execute();
    expect(await find("CASE")).toEqual([]);
    expect(
      await db.selectFrom("server_settings").select("value").where("name", "=", "case").executeTakeFirst(),
    ).toEqual({ value: "é 😀" });
  });

  test("fifty transactions of one shop at once, from two processes, take fifty ids without a gap", async () => {
    const other = await openContractDatabase(database());
    const turns = Array.from({ length: 50 }, async (_, index) =>
      inShopTransaction(index % 2 === 0 ? db : other, SHOP, async (_trx, shop) => {
        shop.stampVersion();
        return shop.takeId("nextSaleId");
      }),
    );
    const ids = (await Promise.all(turns)).toSorted((a, b) => a - b);
    expect(ids).toEqual(Array.from({ length: 50 }, (_, index) => index + 1));
    const shop = db.selectFrom("shops").select(["version", "next_sale_id"]).where("id", "=", SHOP);
    expect(await shop.executeTakeFirst()).toEqual({ version: 50, next_sale_id: 51 });
    await other.destroy();
  });

  test("a read sees one moment, whatever is written meanwhile", async () => {
    const other = await openContractDatabase(database());
    const count = async (trx: Pick<Database, "selectFrom">) =>
      (await trx.selectFrom("shop_daily_sales").select("sale_count").where("shop_id", "=", SHOP).execute()).length;
    const seen = await inShopRead(db, SHOP, async (trx) => {
      const before = await count(trx);
      await inShopTransaction(other, SHOP, async (writing) =>
        insertRows(writing, "shop_daily_sales", [
          { ...DAY, business_date: "2026-02-01", sale_count: 1, total_minor: 1 },
        ]),
      );
      return [before, await count(trx)];
    });
    expect(seen[1]).toBe(seen[0]);
    expect(await inShopRead(db, SHOP, count)).toBe((seen[0] ?? 0) + 1);
    await other.destroy();
  });
});

function previousOf(name: string): string {
  return KNOWN_MIGRATIONS[KNOWN_MIGRATIONS.indexOf(name) - 1] ?? "none";
}
