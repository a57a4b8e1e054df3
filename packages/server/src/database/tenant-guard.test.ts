import { type Kysely, sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openTestDatabase, type TestDatabase } from "../testing/open-test-database.ts";
import type { Tables } from "./schema.ts";

const SHOP = "0197c0de-0000-7000-8000-000000000001";
let opened: TestDatabase;
beforeAll(async () => {
  opened = await openTestDatabase();
});
afterAll(async () => opened.close());

type Statement = (db: Kysely<Tables>) => { execute: () => Promise<unknown> };

const ALLOWED: Record<string, Statement> = {
  "its shop in the condition": (db) => db.selectFrom("products").selectAll().where("shop_id", "=", SHOP),
  "a shop by its id": (db) => db.selectFrom("shops").selectAll().where("id", "=", SHOP),
  "a join tied on the shop": (db) =>
    db
      .selectFrom("sale_lines as line")
      .innerJoin("products as product", (join) =>
        join.onRef("product.shop_id", "=", "line.shop_id").onRef("product.id", "=", "line.product_id"),
      )
      .select("product.name")
      .where("line.shop_id", "=", SHOP),
  "a subquery tied to the outer row": (db) =>
    db
      .selectFrom("products")
      .select("id")
      .where("shop_id", "=", SHOP)
      .where((eb) =>
        eb.exists(
          eb
            .selectFrom("alerts")
            .select("alerts.id")
            .whereRef("alerts.shop_id", "=", "products.shop_id")
            .whereRef("alerts.product_id", "=", "products.id"),
        ),
      ),
  "global tables": (db) => db.selectFrom("users").selectAll(),
  "raw SQL that names the shop": (db) => ({
    execute: async () => sql`select id from products where shop_id = ${SHOP}`.execute(db),
  }),
};

const REFUSED: Record<string, Statement> = {
  "a select without the shop": (db) => db.selectFrom("products").selectAll().where("id", "=", 1),
  "a select with the shop under OR": (db) =>
    db
      .selectFrom("products")
      .selectAll()
      .where((eb) => eb.or([eb("shop_id", "=", SHOP), eb("id", "=", 1)])),
  "a comparison other than equality": (db) => db.selectFrom("products").selectAll().where("shop_id", "!=", SHOP),
  "a join on the number alone": (db) =>
    db
      .selectFrom("sale_lines")
      .innerJoin("products", "products.id", "sale_lines.product_id")
      .select("products.name")
      .where("sale_lines.shop_id", "=", SHOP),
  "a subquery of its own": (db) =>
    db
      .selectFrom("products")
      .select("id")
      .where("shop_id", "=", SHOP)
      .where("id", "in", (eb) => eb.selectFrom("alerts").select("product_id")),
  "a common table expression": (db) =>
    db
      .with("low", (query) => query.selectFrom("alerts").select("id"))
      .selectFrom("low")
      .selectAll(),
  "a column compared with itself": (db) => db.selectFrom("products").selectAll().whereRef("shop_id", "=", "shop_id"),
  "an update without the shop": (db) => db.updateTable("products").set({ name: "x" }).where("id", "=", 1),
  "an update that moves rows": (db) => db.updateTable("products").set({ shop_id: SHOP }).where("shop_id", "=", SHOP),
  "a delete without the shop": (db) => db.deleteFrom("alerts").where("id", "=", 1),
  "an insert without the shop": (db) =>
    db
      .insertInto("sale_contents")
      .columns(["sale_id", "content"])
      .expression(db.selectFrom("users").select(["id", "email"])),
  "raw SQL that does not name the shop": (db) => ({ execute: async () => sql`select * from products`.execute(db) }),
  "raw SQL with the table as a reference": (db) => ({
    execute: async () => sql`select * from ${sql.table("products")}`.execute(db),
  }),
};

test.each(Object.keys(ALLOWED))("lets through %s", async (name) => {
  await expect(ALLOWED[name]?.(opened.db).execute()).resolves.toBeDefined();
});

test.each(Object.keys(REFUSED))("refuses %s", async (name) => {
  await expect(async () => REFUSED[name]?.(opened.db).execute()).rejects.toThrow(
    expect.objectContaining({ name: "TenantGuardError" }),
  );
});
