import type { DeviceAnswer } from "@duka/protocol";
import { afterEach, beforeEach, expect, test } from "vitest";
import { addMember } from "../../testing/add-member.ts";
import { callAs } from "../../testing/call-as.ts";
import { openTestApp, type TestApp } from "../../testing/open-test-app.ts";
import { registerShop, type TestShop } from "../../testing/register-shop.ts";

const TILL = "0197c0de-0000-7000-8000-00000000000a";
const OTHER_TILL = "0197c0de-0000-7000-8000-00000000000b";

let opened: TestApp;
let shop: TestShop;
let deviceToken: string;
beforeEach(async () => {
  opened = await openTestApp();
  shop = await registerShop(opened.app);
  deviceToken = await enrol(TILL, "Counter 1");
});
afterEach(async () => opened.close());

test("the owner sees the shop's tills, and that one has not reported yet", async () => {
  expect(await devices()).toEqual([
    {
      id: TILL,
      name: "Counter 1",
      enrolled_by: shop.userId,
      created_at: "2026-01-31T14:30:00.000Z",
      last_seen_at: null,
      revoked_at: null,
      app_version: null,
      reported: null,
    },
  ]);
});

test("what a till reported is shown in the shop's money", async () => {
  await opened.db
    .updateTable("devices")
    .set({ reported_at_ms: 0, unsent_count: 3, unsent_value_minor: 1250, storage_persisted: 1, last_seen_at_ms: 1_000 })
    .where("shop_id", "=", shop.shopId)
    .execute();
  expect(await devices()).toMatchObject([
    {
      last_seen_at: "1970-01-01T00:00:01.000Z",
      reported: { at: "1970-01-01T00:00:00.000Z", unsent: 3, unsent_value: "12.50", storage_persisted: true },
    },
  ]);
});

test("a till gets another name", async () => {
  const answer = await callAs(opened.app, shop.token, "PATCH", `/api/devices/${TILL.toUpperCase()}/`, {
    name: " Door ",
  });
  expect(answer.json<DeviceAnswer>()).toMatchObject({ id: TILL, name: "Door" });
  expect(await devices()).toMatchObject([{ name: "Door" }]);
  for (const body of [{}, { name: " " }, { name: "x".repeat(129) }, { name: "Door", id: OTHER_TILL }]) {
    expect((await callAs(opened.app, shop.token, "PATCH", `/api/devices/${TILL}/`, body)).statusCode).toBe(400);
  }
});

test("a till that the shop never had gets no name", async () => {
  const answer = await callAs(opened.app, shop.token, "PATCH", `/api/devices/${OTHER_TILL}/`, { name: "Counter 2" });
  expect(answer.json()).toMatchObject({ status: 404, code: "not_found" });
});

test("a revoked till is out at its next request, stays in the list, and may be revoked again", async () => {
  expect((await pull()).statusCode).toBe(200);
  for (const _ of [1, 2]) {
    expect((await callAs(opened.app, shop.token, "DELETE", `/api/devices/${TILL}/`)).statusCode).toBe(204);
  }
  expect((await pull()).json()).toMatchObject({ status: 403, code: "device_revoked" });
  expect(await devices()).toMatchObject([{ id: TILL, revoked_at: "2026-01-31T14:30:00.000Z" }]);
});

test("the list is paged", async () => {
  await enrol(OTHER_TILL, "Counter 2");
  const first = await callAs(opened.app, shop.token, "GET", "/api/devices/?limit=1");
  expect(first.json<DeviceAnswer[]>().map(({ id }) => id)).toEqual([TILL]);
  const next = /<(.*)>; rel="next"/.exec(String(first.headers.link))?.[1] ?? "";
  const second = await callAs(opened.app, shop.token, "GET", next);
  expect(second.json<DeviceAnswer[]>().map(({ id }) => id)).toEqual([OTHER_TILL]);
  expect(second.headers.link).toBeUndefined();
  expect((await callAs(opened.app, shop.token, "GET", "/api/devices/?cursor=x")).statusCode).toBe(400);
});

test("only owners may, and another shop's till is as absent as none", async () => {
  const manager = await addMember(opened.db, shop.shopId, "manager");
  const other = await registerShop(opened.app);
  const calls = [
    ["GET", "/api/devices/"],
    ["PATCH", `/api/devices/${TILL}/`, { name: "Mine" }],
    ["DELETE", `/api/devices/${TILL}/`],
  ] as const;
  for (const [method, url, body] of calls) {
    expect((await callAs(opened.app, manager.token, method, url, body)).statusCode).toBe(403);
  }
  for (const id of [TILL, OTHER_TILL, "no-uuid"]) {
    const answer = await callAs(opened.app, other.token, "DELETE", `/api/devices/${id}/`);
    expect(answer.json()).toMatchObject({ status: 404, detail: "There is no such device in this shop." });
  }
  expect(await devices()).toMatchObject([{ name: "Counter 1", revoked_at: null }]);
});

async function enrol(id: string, name: string): Promise<string> {
  const body = { device_id: id, device_name: name };
  const answer = await callAs(opened.app, shop.token, "POST", "/api/sync/enrol/", body);
  return answer.json<{ device_token: string }>().device_token;
}

async function devices(): Promise<DeviceAnswer[]> {
  const answer = await callAs(opened.app, shop.token, "GET", "/api/devices/");
  expect(answer.statusCode).toBe(200);
  return answer.json();
}

const pull = () => callAs(opened.app, deviceToken, "GET", "/api/sync/pull/");
