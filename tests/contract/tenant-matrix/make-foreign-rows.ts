import { callAs } from "../../../packages/server/src/testing/call-as.ts";
import type { TestApp } from "../../../packages/server/src/testing/open-test-app.ts";
import type { TestShop } from "../../../packages/server/src/testing/register-shop.ts";
import { itemOf, pushOf } from "../../../packages/server/src/sync/testing/test-messages.ts";
import { FOREIGN_START, type Ids } from "./ids.ts";

/** In every text of shop B that is not itself an id. */
export const MARKER = "marker-of-b";

export const FOREIGN: Omit<Ids, "user" | "shop" | "invitation"> = {
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
const SECOND_DEVICE = "0197c0de-0000-7000-8000-0000000000b3";
const STOCK = { stock: 10, reorder_level: 5, unit_price: "1.50" };
const TEXTS = { name: MARKER, description: MARKER, unit: MARKER };

export type ForeignRows = { readonly invitation: string; readonly deviceToken: string };

/** Rows of shop B in every table, two where a list gives out cursors. */
export async function makeForeignRows(opened: TestApp, b: TestShop): Promise<ForeignRows> {
  const { product, productUid: uid, sku, barcode } = FOREIGN;
  const start = { next_product_id: product, next_sale_id: product, next_movement_id: product, next_alert_id: product };
  await opened.db.updateTable("shops").set(start).where("id", "=", b.shopId).execute();
  const names = { first_name: MARKER, last_name: MARKER };
  await opened.db.updateTable("users").set(names).where("id", "=", b.userId).execute();
  await must(opened, b.token, "/api/products/", { ...TEXTS, ...STOCK, uid, sku, barcode });
  await must(opened, b.token, "/api/products/", { ...TEXTS, ...STOCK, sku: `${sku}-2` });
  await sell(opened, b);
  const movement = { product, delta: 1, reason: MARKER, external_id: FOREIGN.movementExternalId };
  await must(opened, b.token, "/api/stock-movements/", movement);
  await callAs(opened.app, b.token, "PUT", "/api/alerts/settings/", { notify_email: false, notify_inapp: true });
  const person = { username: `${MARKER}-invited`, email: `${MARKER}-invited@example.com`, role: "cashier" };
  const invited = await must(opened, b.token, "/api/members/", person);
  return { invitation: String(invited["id"]), deviceToken: await pushAsTill(opened, b) };
}

async function sell(opened: TestApp, { token }: TestShop): Promise<void> {
  const { product } = FOREIGN;
  await must(opened, token, "/api/sales/", {
    external_id: FOREIGN.saleExternalId,
    source_device: MARKER,
    receipt_number: MARKER,
    note: MARKER,
    items: [{ product, quantity: 8 }],
    tenders: [{ method: `other:${MARKER}`, amount: "20", reference: MARKER }],
  });
  await must(opened, token, "/api/sales/", { note: MARKER, items: [{ product: product + 1, quantity: 8 }] });
}

/** A sale, the first sale's id with another content, and something that nobody understands. */
async function pushAsTill(opened: TestApp, { token }: TestShop): Promise<string> {
  await must(opened, token, "/api/sync/enrol/", { device_id: SECOND_DEVICE, device_name: MARKER });
  const till = { device_id: FOREIGN.device, device_name: MARKER };
  const deviceToken = String((await must(opened, token, "/api/sync/enrol/", till))["device_token"]);
  const sale = { note: MARKER, items: [{ product: FOREIGN.product, quantity: 1 }] };
  const items = [
    itemOf(1, { sale }),
    itemOf(2, { id: FOREIGN.saleExternalId, sale }),
    itemOf(3, { kind: MARKER, body: JSON.stringify({ note: MARKER }) }),
  ];
  const push = pushOf(FOREIGN.device, { app_version: MARKER, next_device_seq: 4, items });
  const { results } = await must(opened, deviceToken, "/api/sync/push/", push);
  const statuses = Array.isArray(results) ? results.map(({ status }: { status: string }) => status).join() : "none";
  if (statuses !== "created,mismatch,quarantined") throw new Error(`B's push was answered ${statuses}.`);
  return deviceToken;
}

/** A call that makes the rows a test needs. */
export async function must(
  opened: TestApp,
  token: string,
  ...[url, body]: readonly [url: string, body: object]
): Promise<Record<string, unknown>> {
  const answer = await callAs(opened.app, token, "POST", url, body);
  if (answer.statusCode >= 300) throw new Error(`${url}: ${answer.body} ${opened.errorLines.join()}`);
  return answer.json<Record<string, unknown>>();
}
