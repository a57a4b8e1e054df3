import { afterAll, beforeAll, expect, test } from "vitest";
import { addMember } from "../testing/add-member.ts";
import { callAs } from "../testing/call-as.ts";
import { openTestApp, type TestApp } from "../testing/open-test-app.ts";
import { registerShop, TEST_PASSWORD } from "../testing/register-shop.ts";

let opened: TestApp;
beforeAll(async () => {
  opened = await openTestApp();
});
afterAll(async () => opened.close());

async function post(url: string, payload: object, headers: Readonly<Record<string, string>> = {}) {
  return await opened.app.inject({ method: "POST", url, payload, headers });
}

test("registering makes a person, a shop and a token that works", async () => {
  const answer = await post("/api/register/", {
    username: "Amina",
    email: "amina@example.com",
    password: TEST_PASSWORD,
    shop_name: "Amina's pharmacy",
    currency: "kes",
    time_zone: "Africa/Nairobi",
  });
  expect(answer.statusCode).toBe(201);
  const { token, user } = answer.json<{ token: string; user: { id: number } }>();
  expect(answer.json()).toEqual({ token, user: { id: user.id, username: "Amina", email: "amina@example.com" } });
  expect((await callAs(opened.app, token, "GET", "/api/user/")).json()).toMatchObject({
    id: user.id,
    username: "Amina",
    first_name: "",
    role: "owner",
    shop: { name: "Amina's pharmacy", currency: "KES", currency_exponent: 2, time_zone: "Africa/Nairobi" },
  });
});

test("a name or an address that differs only in case is taken", async () => {
  const { username } = await registerShop(opened.app);
  const fields = { username: username.toUpperCase(), email: "new@example.com", password: TEST_PASSWORD };
  const sameName = await post("/api/register/", fields);
  expect(sameName.json()).toMatchObject({ status: 409, code: "username_taken" });
  const sameEmail = await post("/api/register/", {
    username: "someone-new",
    email: `${username}@EXAMPLE.com`,
    password: TEST_PASSWORD,
  });
  expect(sameEmail.json()).toMatchObject({ status: 409, code: "email_taken" });
});

test("of ten people who want one name at once, one gets it", async () => {
  const wishes = Array.from({ length: 10 }, async (_, index) =>
    post("/api/register/", { username: "popular", email: `popular-${index}@example.com`, password: TEST_PASSWORD }),
  );
  const statuses = (await Promise.all(wishes)).map((answer) => answer.statusCode);
  expect(statuses.filter((status) => status === 201)).toHaveLength(1);
  expect(statuses.filter((status) => status === 409)).toHaveLength(9);
});

test.each(["short1!", "password1", "QWERTY123", "aaaaaaaaaa", "weaksister1", "sister"])(
  "refuses the weak password %s",
  async (password) => {
    const answer = await post("/api/register/", { username: "weaksister", email: "weak@example.com", password });
    expect(answer.json()).toMatchObject({ status: 400, code: "weak_password" });
  },
);

test("an unknown currency or time zone is named", async () => {
  const person = { username: "elsewhere", email: "else@example.com", password: TEST_PASSWORD };
  const currency = await post("/api/register/", { ...person, currency: "XQX" });
  expect(currency.json()).toMatchObject({ status: 400, errors: [{ path: "currency" }] });
  const zone = await post("/api/register/", { ...person, time_zone: "Africa/Nowhere" });
  expect(zone.json()).toMatchObject({ status: 400, errors: [{ path: "time_zone" }] });
});

test("neither password nor token is stored as it is", async () => {
  const { token, userId } = await registerShop(opened.app);
  const user = await opened.db.selectFrom("users").selectAll().where("id", "=", userId).executeTakeFirstOrThrow();
  expect(user.password_hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  const tokens = await opened.db.selectFrom("tokens").selectAll().where("user_id", "=", userId).execute();
  expect(JSON.stringify([user, tokens])).not.toContain(token);
  expect(Buffer.from(token, "base64url")).toHaveLength(32);
});

test("logging in gives a token of its own, and logging out ends that one alone", async () => {
  const owner = await registerShop(opened.app);
  const login = await post("/api/login/", { username: ` ${owner.username.toUpperCase()}`, password: TEST_PASSWORD });
  expect(login.json()).toEqual({ token: expect.any(String), username: owner.username });
  const { token } = login.json<{ token: string }>();
  expect((await callAs(opened.app, token, "POST", "/api/logout/")).statusCode).toBe(200);
  expect((await callAs(opened.app, token, "GET", "/api/user/")).statusCode).toBe(401);
  expect((await callAs(opened.app, owner.token, "GET", "/api/user/")).statusCode).toBe(200);
});

test("Bearer works like Token, in any case", async () => {
  const { token } = await registerShop(opened.app);
  for (const authorization of [`Bearer ${token}`, `token ${token}`, `TOKEN  ${token}`]) {
    const answer = await opened.app.inject({ method: "GET", url: "/api/user/", headers: { authorization } });
    expect(answer.statusCode).toBe(200);
  }
});

test("a wrong password and an unknown name get the same answer in the same time", async () => {
  const { username } = await registerShop(opened.app);
  const wrong = await timed(() => post("/api/login/", { username, password: "wrong password" }));
  const unknown = await timed(() => post("/api/login/", { username: "nobody-at-all", password: "wrong password" }));
  expect(wrong.answer.json()).toMatchObject({ status: 400, detail: "Invalid credentials" });
  expect({ ...unknown.answer.json<object>(), request_id: "" }).toEqual({
    ...wrong.answer.json<object>(),
    request_id: "",
  });
  // Skipping the hash would make it ten times faster; the bound is wide because the machine is shared.
  expect(unknown.durationMs).toBeGreaterThan(wrong.durationMs / 4);
});

test("after ten wrong passwords even the right one must wait, and a quarter of an hour later it need not", async () => {
  const { username } = await registerShop(opened.app);
  for (let attempt = 0; attempt < 10; attempt += 1) {
    expect((await post("/api/login/", { username, password: "guess" })).statusCode).toBe(400);
  }
  const blocked = await post("/api/login/", { username, password: TEST_PASSWORD });
  expect(blocked.json()).toMatchObject({ status: 429, code: "too_many_requests" });
  expect(Number(blocked.headers["retry-after"])).toBeGreaterThan(0);
  opened.clock.advance(15 * 60_000);
  expect((await post("/api/login/", { username, password: TEST_PASSWORD })).statusCode).toBe(200);
});

test("guesses sent all at once are counted before any is judged", async () => {
  const { username } = await registerShop(opened.app);
  const guesses = Array.from({ length: 50 }, async () => post("/api/login/", { username, password: "guess" }));
  const statuses = (await Promise.all(guesses)).map((answer) => answer.statusCode);
  expect(statuses.filter((status) => status === 400)).toHaveLength(10);
  expect(statuses.filter((status) => status === 429)).toHaveLength(40);
});

test("right passwords are not counted", async () => {
  const { username } = await registerShop(opened.app);
  for (let attempt = 0; attempt < 12; attempt += 1) {
    expect((await post("/api/login/", { username, password: TEST_PASSWORD })).statusCode).toBe(200);
  }
});

test("the throttle is in the database, and names nobody", async () => {
  await post("/api/login/", { username: "secret-name", password: "guess" });
  const rows = await opened.db.selectFrom("login_attempts").selectAll().execute();
  expect(rows.length).toBeGreaterThan(0);
  expect(JSON.stringify(rows)).not.toMatch(/secret-name|127\.0\.0\.1/);
});

test("the till signs in with a cookie that scripts cannot read, and signs out again", async () => {
  const owner = await registerShop(opened.app);
  const signedIn = await post("/api/session/", { username: owner.username, password: TEST_PASSWORD });
  expect(signedIn.json()).toMatchObject({
    user: { id: owner.userId, username: owner.username },
    shop: { id: owner.shopId, currency: "KES" },
    role: "owner",
  });
  const [cookie] = signedIn.cookies;
  expect(cookie).toMatchObject({ name: "duka_session", httpOnly: true, sameSite: "Lax", path: "/" });
  const headers = { cookie: `duka_session=${cookie?.value}`, "sec-fetch-site": "same-origin" };
  const read = await opened.app.inject({ method: "GET", url: "/api/session/", headers });
  expect(read.json()).toEqual(signedIn.json());
  expect((await opened.app.inject({ method: "DELETE", url: "/api/session/", headers })).statusCode).toBe(204);
  expect((await opened.app.inject({ method: "GET", url: "/api/session/", headers })).statusCode).toBe(401);
});

test("behind TLS the cookie is for TLS alone", async () => {
  const behindProxy = await openTestApp({ config: { trustsProxy: true } });
  const owner = await registerShop(behindProxy.app);
  const signedIn = await behindProxy.app.inject({
    method: "POST",
    url: "/api/session/",
    payload: { username: owner.username, password: TEST_PASSWORD },
    headers: { "x-forwarded-proto": "https" },
  });
  expect(signedIn.cookies[0]).toMatchObject({ secure: true });
  await behindProxy.close();
});

const ORIGINS: Record<string, { headers: Record<string, string>; isLetIn: boolean }> = {
  "the till's own page": { headers: { "sec-fetch-site": "same-origin" }, isLetIn: true },
  "another site": { headers: { "sec-fetch-site": "cross-site" }, isLetIn: false },
  "a sister site": { headers: { "sec-fetch-site": "same-site", origin: "http://duka.example" }, isLetIn: false },
  "an older browser on the till's own page": { headers: { origin: "http://duka.example" }, isLetIn: true },
  "an older browser on another site": { headers: { origin: "http://evil.example" }, isLetIn: false },
  "a page without origin": { headers: { origin: "null" }, isLetIn: false },
  "nobody says where from": { headers: {}, isLetIn: false },
};

test.each(Object.entries(ORIGINS))("a change by cookie from: %s", async (_name, { headers, isLetIn }) => {
  const owner = await registerShop(opened.app);
  const signedIn = await post("/api/session/", { username: owner.username, password: TEST_PASSWORD });
  const answer = await opened.app.inject({
    method: "POST",
    url: "/api/products/",
    payload: { name: "Soap" },
    headers: { host: "duka.example", cookie: `duka_session=${signedIn.cookies[0]?.value}`, ...headers },
  });
  expect(answer.statusCode).toBe(isLetIn ? 201 : 403);
});

test("another site cannot sign a till in", async () => {
  const owner = await registerShop(opened.app);
  const attempt = { username: owner.username, password: TEST_PASSWORD };
  const answer = await post("/api/session/", attempt, { "sec-fetch-site": "cross-site" });
  expect(answer.json()).toMatchObject({ status: 403, code: "cross_site_request" });
});

test("a session ends a month after its last use; a token does not", async () => {
  const owner = await registerShop(opened.app);
  const signedIn = await post("/api/session/", { username: owner.username, password: TEST_PASSWORD });
  const headers = { cookie: `duka_session=${signedIn.cookies[0]?.value}` };
  const dayMs = 86_400_000;
  opened.clock.advance(20 * dayMs);
  expect((await opened.app.inject({ method: "GET", url: "/api/session/", headers })).statusCode).toBe(200);
  opened.clock.advance(20 * dayMs);
  expect((await opened.app.inject({ method: "GET", url: "/api/session/", headers })).statusCode).toBe(200);
  opened.clock.advance(31 * dayMs);
  expect((await opened.app.inject({ method: "GET", url: "/api/session/", headers })).statusCode).toBe(401);
  expect((await callAs(opened.app, owner.token, "GET", "/api/user/")).statusCode).toBe(200);
});

test("a token's last use is written once an hour at most", async () => {
  const owner = await registerShop(opened.app);
  const lastUse = async () => {
    await callAs(opened.app, owner.token, "GET", "/api/user/");
    const row = opened.db.selectFrom("tokens").select("last_used_at_ms").where("user_id", "=", owner.userId);
    return (await row.executeTakeFirstOrThrow()).last_used_at_ms;
  };
  const first = await lastUse();
  opened.clock.advance(59 * 60_000);
  expect(await lastUse()).toBe(first);
  opened.clock.advance(2 * 60_000);
  expect(await lastUse()).toBe(first + 61 * 60_000);
});

test("a member who was removed is out at the next request", async () => {
  const owner = await registerShop(opened.app);
  const cashier = await addMember(opened.db, owner.shopId, "cashier");
  expect((await callAs(opened.app, cashier.token, "GET", "/api/user/")).json()).toMatchObject({ role: "cashier" });
  await opened.db
    .updateTable("members")
    .set({ removed_at_ms: 1 })
    .where("shop_id", "=", owner.shopId)
    .where("user_id", "=", cashier.userId)
    .execute();
  expect((await callAs(opened.app, cashier.token, "GET", "/api/user/")).statusCode).toBe(401);
});

async function timed<T>(work: () => Promise<T>): Promise<{ answer: T; durationMs: number }> {
  const startedMs = performance.now();
  const answer = await work();
  return { answer, durationMs: performance.now() - startedMs };
}
