import type { InvitationAnswer, MemberAnswer, UserAnswer } from "@duka/protocol";
import { afterEach, beforeEach, expect, test } from "vitest";
import { addMember } from "../../testing/add-member.ts";
import { callAs } from "../../testing/call-as.ts";
import { openTestApp, type TestApp } from "../../testing/open-test-app.ts";
import { registerShop, TEST_PASSWORD, type TestShop } from "../../testing/register-shop.ts";

let opened: TestApp;
let shop: TestShop;
beforeEach(async () => {
  opened = await openTestApp();
  shop = await registerShop(opened.app);
});
afterEach(async () => opened.close());

test("an owner invites someone new, who joins with the code, a password and an address", async () => {
  const { code, ...invitation } = await invite({ username: "amina", role: "cashier" });
  expect(invitation).toMatchObject({ username: "amina", email: null, role: "cashier" });
  expect(invitation.expires_at).toBe("2026-02-07T14:30:00.000Z");
  const joined = await accept({ code, username: "amina", password: TEST_PASSWORD, email: "amina@example.com" });
  expect(joined.statusCode).toBe(201);
  const { token, user } = joined.json<{ token: string; user: { id: number } }>();
  const account = (await callAs(opened.app, token, "GET", "/api/user/")).json<UserAnswer>();
  expect(account).toMatchObject({ username: "amina", role: "cashier", shop: { id: shop.shopId } });
  expect(await members()).toMatchObject([
    { id: shop.userId, role: "owner" },
    { id: user.id, username: "amina", role: "cashier", joined_at: "2026-01-31T14:30:00.000Z" },
  ]);
  expect(JSON.stringify(await members())).not.toContain("@example.com");
});

test("someone with an account joins with its password, and signs in to either shop", async () => {
  const other = await registerShop(opened.app);
  const { code } = await invite({ username: other.username, role: "manager" });
  // Which shop was joined first decides where a login without a shop leads.
  opened.clock.advance(1);
  const wrong = await accept({ code, username: other.username, password: "not the password" });
  expect([wrong.statusCode, wrong.json<{ code: string }>().code]).toEqual([400, "invalid_credentials"]);
  const joined = await accept({ code, username: other.username.toUpperCase(), password: TEST_PASSWORD });
  expect(joined.json<{ user: { id: number } }>().user.id).toBe(other.userId);
  expect(await shopAtLogin({})).toBe(other.shopId);
  expect(await shopAtLogin({ shop: shop.shopId })).toBe(shop.shopId);

  async function shopAtLogin(choice: object): Promise<string> {
    const body = { username: other.username, password: TEST_PASSWORD, ...choice };
    const { token } = (await opened.app.inject({ method: "POST", url: "/api/login/", payload: body })).json<{
      token: string;
    }>();
    return (await callAs(opened.app, token, "GET", "/api/user/")).json<UserAnswer>().shop.id;
  }
});

test("a code works once, however it is typed, and not after seven days or when it was withdrawn", async () => {
  const first = await invite({ username: "amina", role: "cashier" });
  const typed = first.code?.toLowerCase().replaceAll("-", " ");
  expect((await accept({ code: typed, ...person("amina") })).statusCode).toBe(201);
  expect((await accept({ code: first.code, ...person("baraka") })).statusCode).toBe(404);
  const second = await invite({ username: "baraka", role: "cashier" });
  expect((await callAsOwner("DELETE", `/api/invitations/${second.id}/`)).statusCode).toBe(204);
  expect((await accept({ code: second.code, ...person("baraka") })).statusCode).toBe(404);
  const third = await invite({ username: "baraka", role: "cashier" });
  opened.clock.advance(7 * 86_400_000);
  expect((await accept({ code: third.code, ...person("baraka") })).statusCode).toBe(404);
  expect((await callAsOwner("GET", "/api/invitations/")).json()).toEqual([]);
});

test("two who hold one code at once: one joins", async () => {
  const { code } = await invite({ username: "amina", role: "cashier" });
  const answers = await Promise.all(
    ["amina", "baraka"].map((name) =>
      accept({ code, username: name, password: TEST_PASSWORD, email: `${name}@example.com` }),
    ),
  );
  expect(answers.map(({ statusCode }) => String(statusCode)).toSorted()).toEqual(["201", "404"]);
  expect(await members()).toHaveLength(2);
});

test("the code is stored nowhere and listed nowhere", async () => {
  const { code = "" } = await invite({ username: "amina", role: "cashier" });
  const listed = await callAsOwner("GET", "/api/invitations/");
  expect(listed.json<InvitationAnswer[]>()).toMatchObject([{ username: "amina" }]);
  expect(listed.body).not.toContain(code);
  expect(JSON.stringify(await opened.db.selectFrom("invitations").selectAll().execute())).not.toContain(code);
});

test("a new account needs an address and a good password, and an address that nobody has", async () => {
  const { code } = await invite({ username: "amina", role: "cashier" });
  const tried = async (body: object) =>
    (await accept({ code, username: "amina", ...body })).json<{ code: string }>().code;
  expect(await tried({ password: TEST_PASSWORD })).toBe("validation_failed");
  expect(await tried({ password: "12345678", email: "amina@example.com" })).toBe("weak_password");
  expect(await tried({ password: TEST_PASSWORD, email: `${shop.username}@example.com` })).toBe("email_taken");
});

test("a member who accepts again is told so, and keeps their role", async () => {
  const { code } = await invite({ username: shop.username, role: "cashier" });
  expect((await accept({ code, username: shop.username, password: TEST_PASSWORD })).statusCode).toBe(409);
  expect(await members()).toMatchObject([{ role: "owner" }]);
});

test("guessing codes is throttled", async () => {
  await opened.close();
  opened = await openTestApp({ config: { loginFailuresMax: 1 } });
  const guess = { code: "AAAA-AAAA-AAAA-AAAA", username: "amina", password: TEST_PASSWORD };
  const statuses: number[] = [];
  for (let attempt = 0; attempt < 11; attempt += 1) statuses.push((await accept(guess)).statusCode);
  expect(statuses).toEqual([...Array.from({ length: 10 }, () => 404), 429]);
});

test("a code does not let its holder guess another's password faster than at the front door", async () => {
  await opened.close();
  opened = await openTestApp({ config: { loginFailuresMax: 2 } });
  shop = await registerShop(opened.app);
  const victim = await registerShop(opened.app);
  const { code } = await invite({ username: victim.username, role: "cashier" });
  const statuses: number[] = [];
  for (const password of ["guess one", "guess two", TEST_PASSWORD]) {
    statuses.push((await accept({ code, username: victim.username, password })).statusCode);
  }
  expect(statuses).toEqual([400, 400, 429]);
});

test("whoever left has no role to change", async () => {
  const { userId } = await addMember(opened.db, shop.shopId, "cashier");
  expect((await callAsOwner("DELETE", `/api/members/${userId}/`)).statusCode).toBe(204);
  const answer = await callAsOwner("PATCH", `/api/members/${userId}/`, { role: "manager" });
  expect(answer.json()).toMatchObject({ status: 404, code: "not_found" });
});

test("fifty open invitations are the most", async () => {
  for (let number = 1; number <= 50; number += 1) await invite({ username: `person-${number}`, role: "cashier" });
  const answer = await callAsOwner("POST", "/api/members/", { username: "one too many", role: "cashier" });
  expect(answer.json()).toMatchObject({ status: 409, code: "conflict" });
});

test("a role changes with the next request", async () => {
  const { userId, token } = await addMember(opened.db, shop.shopId, "cashier");
  const changed = await callAsOwner("PATCH", `/api/members/${userId}/`, { role: "manager" });
  expect(changed.json<MemberAnswer>()).toMatchObject({ id: userId, role: "manager" });
  expect((await callAs(opened.app, token, "GET", "/api/user/")).json<UserAnswer>().role).toBe("manager");
});

test("the last owner can neither be demoted nor removed; with a second one, either can", async () => {
  const url = `/api/members/${shop.userId}/`;
  expect((await callAsOwner("PATCH", url, { role: "manager" })).statusCode).toBe(409);
  expect((await callAsOwner("DELETE", url)).statusCode).toBe(409);
  expect((await callAsOwner("PATCH", url, { role: "owner" })).statusCode).toBe(200);
  await addMember(opened.db, shop.shopId, "owner");
  expect((await callAsOwner("DELETE", url)).statusCode).toBe(204);
});

test("two owners who remove each other at once leave one", async () => {
  const other = await addMember(opened.db, shop.shopId, "owner");
  const answers = await Promise.all([
    callAsOwner("DELETE", `/api/members/${other.userId}/`),
    callAs(opened.app, other.token, "DELETE", `/api/members/${shop.userId}/`),
  ]);
  const removed = answers.filter(({ statusCode }) => statusCode === 204);
  expect(removed).toHaveLength(1);
});

test("a removed member is out at once, everywhere in this shop and nowhere else", async () => {
  const other = await registerShop(opened.app);
  const { code } = await invite({ username: other.username, role: "cashier" });
  const { token } = (await accept({ code, username: other.username, password: TEST_PASSWORD })).json<{
    token: string;
  }>();
  expect((await callAsOwner("DELETE", `/api/members/${other.userId}/`)).statusCode).toBe(204);
  expect((await callAs(opened.app, token, "GET", "/api/user/")).statusCode).toBe(401);
  expect((await callAs(opened.app, other.token, "GET", "/api/user/")).statusCode).toBe(200);
  const [ended] = await opened.db
    .selectFrom("tokens")
    .select("revoked_at_ms")
    .where("shop_id", "=", shop.shopId)
    .where("user_id", "=", other.userId)
    .execute();
  expect(ended?.revoked_at_ms).not.toBeNull();
  expect((await callAsOwner("DELETE", `/api/members/${other.userId}/`)).statusCode).toBe(404);
  const again = await invite({ username: other.username, role: "manager" });
  await accept({ code: again.code, username: other.username, password: TEST_PASSWORD });
  expect(await members()).toMatchObject([{ role: "owner" }, { id: other.userId, role: "manager" }]);
});

test("only owners see and change members, and only their own shop's", async () => {
  const manager = await addMember(opened.db, shop.shopId, "manager");
  const other = await registerShop(opened.app);
  const calls = [
    ["GET", "/api/members/"],
    ["POST", "/api/members/", { username: "amina", role: "owner" }],
    ["PATCH", `/api/members/${shop.userId}/`, { role: "cashier" }],
    ["DELETE", `/api/members/${shop.userId}/`],
    ["GET", "/api/invitations/"],
  ] as const;
  for (const [method, url, body] of calls) {
    expect((await callAs(opened.app, manager.token, method, url, body)).statusCode).toBe(403);
  }
  const foreign = await callAs(opened.app, other.token, "DELETE", `/api/members/${manager.userId}/`);
  const absent = await callAs(opened.app, other.token, "DELETE", "/api/members/99999/");
  expect([foreign.statusCode, foreign.json<{ detail: string }>().detail]).toEqual([
    404,
    absent.json<{ detail: string }>().detail,
  ]);
  const { id } = await invite({ username: "amina", role: "cashier" });
  expect((await callAs(opened.app, other.token, "DELETE", `/api/invitations/${id}/`)).statusCode).toBe(404);
});

test.each([
  ["an unknown role", { username: "amina", role: "device" }],
  ["a blank username", { username: " ", role: "cashier" }],
  ["no address", { username: "amina", role: "cashier", email: "amina" }],
  ["a field that we do not know", { username: "amina", role: "cashier", shop: "mine" }],
])("an invitation with %s is 400", async (_, body) => {
  expect((await callAsOwner("POST", "/api/members/", body)).statusCode).toBe(400);
});

const person = (name: string) => ({ username: name, password: TEST_PASSWORD, email: `${name}@example.com` });

const callAsOwner = (method: "GET" | "POST" | "PATCH" | "DELETE", url: string, body?: object) =>
  body === undefined ? callAs(opened.app, shop.token, method, url) : callAs(opened.app, shop.token, method, url, body);

async function invite(body: object): Promise<InvitationAnswer> {
  const answer = await callAsOwner("POST", "/api/members/", body);
  expect(answer.statusCode).toBe(201);
  return answer.json();
}

const accept = (payload: object) => opened.app.inject({ method: "POST", url: "/api/invitations/accept/", payload });

async function members(): Promise<MemberAnswer[]> {
  return (await callAsOwner("GET", "/api/members/")).json();
}
