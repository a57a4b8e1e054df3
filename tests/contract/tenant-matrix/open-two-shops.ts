import { sha256Hex } from "@duka/domain";
import { sql } from "kysely";
import { acrossShops } from "../../../packages/server/src/database/open-database.ts";
import { SHOP_COLUMN_OF_TABLE } from "../../../packages/server/src/database/schema.ts";
import type { Role } from "../../../packages/server/src/http/roles.ts";
import { addMember } from "../../../packages/server/src/testing/add-member.ts";
import { callAs } from "../../../packages/server/src/testing/call-as.ts";
import { openTestApp, type TestApp } from "../../../packages/server/src/testing/open-test-app.ts";
import { registerShop, type TestShop } from "../../../packages/server/src/testing/register-shop.ts";
import { FOREIGN_START, type Ids } from "./ids.ts";

/** In every text of shop B that is not itself an id. */
export const MARKER = "marker-of-b";

export type Caller = Role | "nobody";

export type TwoShops = {
  readonly opened: TestApp;
  /** Shop A's, by role. */
  readonly tokens: Readonly<Record<Role, string>>;
  readonly ownDevice: string;
  /** Shop B's. */
  readonly foreign: Ids;
  /** Of every row that belongs to B. */
  readonly hashOfB: () => Promise<string>;
  /** How many rows of B there are, by table. */
  readonly rowsOfB: () => Promise<Readonly<Record<string, number>>>;
};

const OWN_DEVICE = "0197c0de-0000-7000-8000-0000000000a1";
const FOREIGN: Omit<Ids, "user" | "shop" | "invitation"> = {
  product: FOREIGN_START,
  sale: FOREIGN_START,
  movement: FOREIGN_START,
  alert: FOREIGN_START,
  device: "0197c0de-0000-7000-8000-0000000000b2",
  saleExternalId: "0197c0de-0000-7000-8000-0000000000b4",
  movementExternalId: "0197c0de-0000-7000-8000-0000000000b5",
  productUid: "0197c0de-0000-7000-8000-0000000000b6",
  sku: "SKU-OF-B",
  barcode: "4000000000002",
  username: "person-of-b",
};

/** A server with two shops; A has a product with a sale and an alert, B has a row in whatever a caller can make rows in. */
export async function openTwoShops(): Promise<TwoShops> {
  const opened = await openTestApp({ config: { loginFailuresMax: 0 } });
  const { db } = opened;
  const a = await registerShop(opened.app, { username: "a-person", email: "a@example.com" });
  await makeOwnRows(opened, a.token);
  const [manager, cashier] = [await addMember(db, a.shopId, "manager"), await addMember(db, a.shopId, "cashier")];
  const enrolled = await must(opened, a.token, "/api/sync/enrol/", { device_id: OWN_DEVICE, device_name: "Counter" });
  await db.updateTable("global_counters").set({ next: FOREIGN_START }).where("name", "=", "users").execute();
  const b = await registerShop(opened.app, {
    username: FOREIGN.username,
    email: `${MARKER}@example.com`,
    shop_name: MARKER,
  });
  const invitation = await makeForeignRows(opened, b);
  const rows = async () => rowsOf(opened, b);
  return {
    opened,
    tokens: {
      owner: a.token,
      manager: manager.token,
      cashier: cashier.token,
      device: String(enrolled["device_token"]),
    },
    ownDevice: OWN_DEVICE,
    foreign: { ...FOREIGN, user: b.userId, shop: b.shopId, invitation },
    hashOfB: async () => sha256Hex(JSON.stringify(await rows())),
    rowsOfB: async () => Object.fromEntries((await rows()).map(([table, found]) => [table, found.length])),
  };
}

async function makeOwnRows(opened: TestApp, token: string): Promise<void> {
  await must(opened, token, "/api/products/", { name: "Soap", stock: 10, reorder_level: 5, unit_price: "1.50" });
  await must(opened, token, "/api/sales/", { items: [{ product: 1, quantity: 8 }] });
}

async function makeForeignRows(opened: TestApp, b: TestShop): Promise<string> {
  const { product, productUid: uid, sku, barcode } = FOREIGN;
  const start = { next_product_id: product, next_sale_id: product, next_movement_id: product, next_alert_id: product };
  await opened.db.updateTable("shops").set(start).where("id", "=", b.shopId).execute();
  const texts = { name: MARKER, description: MARKER, unit: MARKER };
  const stock = { stock: 10, reorder_level: 5, unit_price: "1.50" };
  await must(opened, b.token, "/api/products/", { ...texts, ...stock, uid, sku, barcode });
  await must(opened, b.token, "/api/sales/", {
    external_id: FOREIGN.saleExternalId,
    source_device: MARKER,
    receipt_number: MARKER,
    note: MARKER,
    items: [{ product, quantity: 8 }],
    tenders: [{ method: `other:${MARKER}`, amount: "20", reference: MARKER }],
  });
  const movement = { product, delta: 1, reason: MARKER, external_id: FOREIGN.movementExternalId };
  await must(opened, b.token, "/api/stock-movements/", movement);
  await must(opened, b.token, "/api/sync/enrol/", { device_id: FOREIGN.device, device_name: MARKER });
  const invited = await must(opened, b.token, "/api/members/", { username: `${MARKER}-invited`, role: "cashier" });
  return String(invited["id"]);
}

async function must(opened: TestApp, token: string, url: string, body: object): Promise<Record<string, unknown>> {
  const answer = await callAs(opened.app, token, "POST", url, body);
  if (answer.statusCode >= 300) throw new Error(`${url}: ${answer.body} ${opened.errorLines.join()}`);
  return answer.json<Record<string, unknown>>();
}

async function rowsOf({ db }: TestApp, b: TestShop): Promise<readonly (readonly [string, readonly string[]])[]> {
  const tables = [...Object.entries(SHOP_COLUMN_OF_TABLE), ...GLOBAL_TABLES];
  return await Promise.all(
    tables.map(async ([table, column]) => {
      const statement = sql<object>`select * from ${sql.table(table)} where ${sql.ref(column)} = ${b.shopId}`;
      const { rows } = await statement.execute(acrossShops(db));
      return [table, rows.map((row) => JSON.stringify(row)).toSorted()] as const;
    }),
  );
}

/** Tables of logins that name their shop. */
const GLOBAL_TABLES = ["user_shops", "tokens", "invitations"].map((table) => [table, "shop_id"] as const);
