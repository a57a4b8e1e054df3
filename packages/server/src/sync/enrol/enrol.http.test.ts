import type { EnrolResponse } from "@duka/protocol";
import { afterEach, beforeEach, expect, test } from "vitest";
import { addMember } from "../../testing/add-member.ts";
import { callAs } from "../../testing/call-as.ts";
import { TEST_PASSWORD } from "../../testing/register-shop.ts";
import { enrolTill, openTestSync, refusalOf, type TestSync } from "../testing/open-test-sync.ts";
import { itemOf, pushOf } from "../testing/test-messages.ts";

const ENROL = "/api/sync/enrol/";
const DEVICE_ID = "0197c0de-0000-7000-8000-00000000d001";
const ENROLMENT = { device_id: DEVICE_ID, device_name: "Counter" };

let sync: TestSync;
beforeEach(async () => {
  sync = await openTestSync();
});
afterEach(() => sync.close());

test("an owner's token enrols a device and gets its credential, once", async () => {
  const answer = await callAs(sync.app, sync.shop.token, "POST", ENROL, ENROLMENT);
  expect(answer.json()).toEqual({
    device_id: DEVICE_ID,
    shop: { id: sync.shop.shopId, name: expect.any(String), currency: "KES", time_zone: expect.any(String) },
    user: { id: sync.shop.userId, username: sync.shop.username },
    epoch: expect.stringMatching(/^[0-9a-f-]{36}$/),
    device_token: expect.any(String),
  });
  const { device_token: token = "" } = answer.json<EnrolResponse>();
  const hashes = await sync.db.selectFrom("tokens").select("token_hash").execute();
  expect(hashes.map((row) => row.token_hash)).not.toContain(token);
});

test("a manager may enrol, a cashier may not", async () => {
  const { app, db, shop } = sync;
  const manager = await addMember(db, shop.shopId, "manager");
  const cashier = await addMember(db, shop.shopId, "cashier");
  expect((await callAs(app, manager.token, "POST", ENROL, ENROLMENT)).statusCode).toBe(200);
  expect(await refusalOf(app, cashier.token, "POST", ENROL, ENROLMENT)).toEqual({ status: 403, code: "forbidden" });
});

test("a browser gets the credential as a cookie that no script sees, and pushes with it after signing out", async () => {
  const { app, shop } = sync;
  const signedIn = await app.inject({
    method: "POST",
    url: "/api/session/",
    headers: { "sec-fetch-site": "same-origin" },
    payload: { username: shop.username, password: TEST_PASSWORD },
  });
  const session = signedIn.cookies.find((cookie) => cookie.name === "duka_session")?.value ?? "";
  const headers = { "sec-fetch-site": "same-origin" };
  const enrolled = await app.inject({
    method: "POST",
    url: ENROL,
    headers,
    cookies: { duka_session: session },
    payload: ENROLMENT,
  });
  expect(enrolled.json()).not.toHaveProperty("device_token");
  const device = enrolled.cookies.find((cookie) => cookie.name === "duka_device");
  expect(device).toMatchObject({ httpOnly: true, path: "/api/sync", sameSite: "Lax" });
  await app.inject({ method: "DELETE", url: "/api/session/", headers, cookies: { duka_session: session } });
  const pushed = await app.inject({
    method: "POST",
    url: "/api/sync/push/",
    headers,
    cookies: { duka_device: device?.value ?? "" },
    payload: pushOf(DEVICE_ID, { items: [itemOf(1)] }),
  });
  expect(pushed.json()).toMatchObject({ results: [{ status: "created" }] });
});

test("a device enrolled again keeps its history; its former credential ends", async () => {
  const { app, shop, till } = sync;
  const item = itemOf(1);
  await till.push({ items: [item] });
  const again = await enrolTill(app, shop, till.deviceId);
  expect(await refusalOf(app, till.token, "GET", "/api/sync/pull/")).toMatchObject({ code: "device_revoked" });
  expect(await again.push({ items: [item] })).toMatchObject({
    contiguous_device_seq: 1,
    results: [{ status: "duplicate" }],
  });
});

test("a revoked device that is enrolled again may push again", async () => {
  const { app, db, shop, till } = sync;
  await db.updateTable("devices").set({ revoked_at_ms: 1 }).where("shop_id", "=", shop.shopId).execute();
  const again = await enrolTill(app, shop, till.deviceId);
  expect((await again.push({ items: [itemOf(1)] })).results).toMatchObject([{ status: "created" }]);
});

test.each([
  ["no name", { device_name: "" }],
  ["an id that is no UUID", { device_id: "till" }],
  ["an unknown field", { role: "owner" }],
])("an enrolment with %s is refused", async (_what, changes) => {
  const body = { ...ENROLMENT, ...changes };
  expect(await refusalOf(sync.app, sync.shop.token, "POST", ENROL, body)).toMatchObject({ code: "validation_failed" });
});
