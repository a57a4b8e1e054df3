import { type QueryResult, type RawBuilder, sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { findMissingWall } from "../../packages/server/src/database/find-missing-wall.ts";
import { grantApplicationRole } from "../../packages/server/src/database/grant-application-role.ts";
import { acrossShops } from "../../packages/server/src/database/open-database.ts";
import { SHOP_COLUMN_OF_TABLE, type Database } from "../../packages/server/src/database/schema.ts";
import { enterShop, inShopTransaction } from "../../packages/server/src/database/shop-transaction.ts";
import { enqueueJobs } from "../../packages/server/src/jobs/enqueue-jobs.ts";
import { JobWorker } from "../../packages/server/src/jobs/job-worker.ts";
import { callAs } from "../../packages/server/src/testing/call-as.ts";
import { openTestApp, type TestApp } from "../../packages/server/src/testing/open-test-app.ts";
import { openTestDatabase } from "../../packages/server/src/testing/open-test-database.ts";
import { registerShop, type TestShop } from "../../packages/server/src/testing/register-shop.ts";
import { chooseDatabases } from "../servers/database-kinds.ts";
import { openWalledDatabase, type WalledDatabase } from "./open-walled-database.ts";

const TABLES = Object.entries(SHOP_COLUMN_OF_TABLE).map(([table, shopColumn]) => ({ table, shopColumn }));
const TILL = "0197c0de-0000-7000-8000-00000000000a";
const REFUSED_BY_POLICY = "42501";

test("an engine without roles misses no wall and grants nothing", async () => {
  const { db, close } = await openTestDatabase();
  expect(await findMissingWall(db)).toBeUndefined();
  await grantApplicationRole(db, "anybody");
  await close();
});

describe.each(chooseDatabases().tested.filter((kind) => kind === "postgres"))("row-level security on %s", () => {
  let wall: WalledDatabase;
  let opened: TestApp;
  let own: TestShop;
  let foreign: TestShop;
  beforeAll(async () => {
    wall = await openWalledDatabase();
    // The app itself runs as the role that serves: whatever it needs to work, it may.
    opened = await openTestApp({ database: wall.application });
    [own, foreign] = [await registerShop(opened.app), await registerShop(opened.app)];
    for (const shop of [own, foreign]) await fillShop(shop);
  });
  afterAll(async () => {
    await opened.close();
    await wall.drop();
  });

  test("every table with a shop's rows is protected, against its owner too", async () => {
    const { rows } = await sql<{ name: string }>`
      select relname as name from pg_class where relrowsecurity and relforcerowsecurity order by 1`.execute(wall.admin);
    expect(rows.map(({ name }) => name)).toEqual(TABLES.map(({ table }) => table).toSorted());
  });

  test("without a shop nothing is seen or written, as the application or as the owner", async () => {
    for (const db of [wall.application, wall.owner]) {
      expect(await countRows(acrossShops(db))).toEqual(countsOf(0));
      await expect(memberOf(own.shopId).execute(acrossShops(db))).rejects.toMatchObject({ code: REFUSED_BY_POLICY });
    }
  });

  test.each(TABLES)(
    "in one shop, no row of another in $table is read, changed or removed",
    async ({ table, shopColumn }) => {
      const [name, column] = [sql.table(table), sql.ref(shopColumn)];
      const isForeign = sql`${column} = ${foreign.shopId}`;
      const before = await hashOf(table);
      const seen = await inOwnShop(sql<{ shop: string }>`select ${column} as shop from ${name}`);
      expect(seen.rows.filter(({ shop }) => shop !== own.shopId)).toEqual([]);
      expect((await inOwnShop(sql`select 1 from ${name} where ${isForeign}`)).rows).toEqual([]);
      const updated = await inOwnShop(sql`update ${name} set ${column} = ${column} where ${isForeign}`);
      const deleted = await inOwnShop(sql`delete from ${name} where ${isForeign}`);
      expect([updated.numAffectedRows, deleted.numAffectedRows]).toEqual([0n, 0n]);
      expect(await hashOf(table)).toBe(before);
    },
  );

  test("a row can neither be put into another shop nor moved there", async () => {
    const attempts = [
      memberOf(foreign.shopId),
      sql`update shop_daily_sales set shop_id = ${foreign.shopId} where business_date = '2026-01-31'`,
      sql`update shops set id = ${foreign.shopId} where id = ${own.shopId}`,
    ];
    for (const attempt of attempts) {
      await expect(inOwnShop(attempt)).rejects.toMatchObject({ code: REFUSED_BY_POLICY });
    }
    expect(await countRows(acrossShops(wall.admin))).toMatchObject({ members: 2, shops: 2 });
  });

  test("the shop is forgotten with its transaction, so the next one on the connection starts without", async () => {
    const seen = await wall.application.connection().execute(async (connection) => {
      await connection.transaction().execute(async (trx) => enterShop(trx, own.shopId));
      return await countRows(connection.withoutPlugins());
    });
    expect(seen).toEqual(countsOf(0));
  });

  test("only the owner may say that it is the operator", async () => {
    expect(await countAsOperator(wall.application)).toEqual(countsOf(0));
    expect(await countAsOperator(wall.owner)).toMatchObject({ shops: 2, members: 2 });
  });

  test("the application may not change the schema, nor what the migrations wrote down", async () => {
    const refused = [
      sql`alter table shops disable row level security`,
      sql`create table mine (id int)`,
      sql`drop policy duka_shop on shops`,
      sql`delete from kysely_migration`,
      sql`truncate jobs`,
    ];
    for (const statement of refused) {
      await expect(statement.execute(acrossShops(wall.application))).rejects.toMatchObject({ code: REFUSED_BY_POLICY });
    }
  });

  test("jobs of every shop are still found and claimed, one shop after another", async () => {
    const nowMs = 1_000_000;
    for (const { shopId } of [own, foreign]) {
      const jobs = [{ kind: "low_stock_mail", key: shopId, payload: {}, dueAtMs: nowMs } as const];
      await inShopTransaction(wall.application, shopId, async (trx) => enqueueJobs(trx, shopId, { jobs, nowMs }));
    }
    const ran: string[] = [];
    const worker = new JobWorker({
      environment: { db: wall.application, nowMs: () => nowMs, chance: () => 0, newId: () => crypto.randomUUID() },
      work: {
        planners: [],
        handlers: {
          low_stock_mail: async (job) => {
            ran.push(job.shop_id);
            return { kind: "sent" };
          },
        },
      },
      setTimer: () => () => {},
      onError: (error) => expect.unreachable(String(error)),
    });
    await worker.runRound();
    expect(ran.toSorted()).toEqual([own.shopId, foreign.shopId].toSorted());
  });

  test("a server that runs as the owner or an administrator is told; as the application it is not", async () => {
    expect(await findMissingWall(wall.application)).toBeUndefined();
    expect(await findMissingWall(wall.owner)).toContain("owns the tables");
    expect(await findMissingWall(wall.admin)).toContain("bypasses");
  });

  async function fillShop(shop: TestShop): Promise<void> {
    const ask = async (url: string, body: object) => {
      const answer = await callAs(opened.app, shop.token, "POST", url, body);
      if (answer.statusCode >= 300) throw new Error(`${url}: ${answer.body} ${opened.errorLines.join()}`);
    };
    await ask("/api/products/", { name: "Soap", stock: 10, reorder_level: 5, unit_price: "1.50" });
    await ask("/api/sales/", {
      business_date: "2026-01-31",
      items: [{ product: 1, quantity: 8 }],
      tenders: [{ method: "cash", amount: "20" }],
    });
    const deviceId = shop === own ? TILL : TILL.replace(/a$/, "b");
    await ask("/api/sync/enrol/", { device_id: deviceId, device_name: "Counter" });
    const settings = { notify_email: false, notify_inapp: true };
    expect((await callAs(opened.app, shop.token, "PUT", "/api/alerts/settings/", settings)).statusCode).toBe(200);
  }

  /** Of all rows of all shops. */
  async function hashOf(table: string): Promise<string | undefined> {
    const { rows } = await sql<{ hash: string }>`
      select md5(coalesce(string_agg(it::text, '|' order by it::text), '')) as hash from ${sql.table(table)} as it`.execute(
      acrossShops(wall.admin),
    );
    return rows[0]?.hash;
  }

  /** As the application, in the transaction of a shop, with no other guard. */
  async function inOwnShop<Row>(statement: RawBuilder<Row>): Promise<QueryResult<Row>> {
    return await wall.application.transaction().execute(async (trx) => {
      await enterShop(trx, own.shopId);
      return await statement.execute(trx.withoutPlugins());
    });
  }
});

function countsOf(count: number): Record<string, number> {
  return Object.fromEntries(TABLES.map(({ table }) => [table, count]));
}

function memberOf(shopId: string): RawBuilder<unknown> {
  return sql`insert into members (shop_id, user_id, role, created_at_ms) values (${shopId}, 999, 'owner', 0)`;
}

async function countRows(db: Database): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { table } of TABLES) {
    const { rows } = await sql<{ count: number }>`select count(*) as count from ${sql.table(table)}`.execute(db);
    counts[table] = rows[0]?.count ?? -1;
  }
  return counts;
}

async function countAsOperator(db: Database): Promise<Record<string, number>> {
  return await db.transaction().execute(async (trx) => {
    await sql`set local duka.operator = 'on'`.execute(trx);
    return await countRows(trx.withoutPlugins());
  });
}
