import { gzipSync } from "node:zlib";
import { ERROR_CODES } from "@duka/protocol";
import type { InjectOptions } from "fastify";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openTestApp, type TestApp } from "../testing/open-test-app.ts";
import { registerShop, type TestShop } from "../testing/register-shop.ts";

let opened: TestApp;
let shop: TestShop;
beforeAll(async () => {
  opened = await openTestApp({ config: { bodyBytesMax: 2_000, corsOrigins: ["https://app.example"] } });
  shop = await registerShop(opened.app);
});
afterAll(async () => opened.close());

async function send(options: InjectOptions & { readonly headers?: Readonly<Record<string, string>> }) {
  const headers = { authorization: `Token ${shop.token}`, ...options.headers };
  return await opened.app.inject({ ...options, headers });
}

async function post(payload: string | Buffer, headers: Readonly<Record<string, string>> = {}) {
  return await send({
    method: "POST",
    url: "/api/products/",
    payload,
    headers: { "content-type": "application/json", ...headers },
  });
}

test("an error is a problem document whose detail and message carry the same sentence", async () => {
  const answer = await send({ method: "GET", url: "/api/products/999/" });
  expect(answer.statusCode).toBe(404);
  expect(answer.headers["content-type"]).toBe("application/problem+json; charset=utf-8");
  expect(answer.json()).toEqual({
    type: "urn:duka:error:not_found",
    title: "Not Found",
    status: 404,
    code: "not_found",
    detail: "There is no such product in this shop.",
    message: "There is no such product in this shop.",
    request_id: answer.headers["x-request-id"],
  });
});

const REFUSED: Record<string, { send: () => ReturnType<typeof send>; code: keyof typeof ERROR_CODES }> = {
  "an unknown address": { code: "route_not_found", send: () => send({ method: "GET", url: "/api/nothing/" }) },
  "an unknown address that changes something": {
    code: "route_not_found",
    send: () => send({ method: "POST", url: "/nothing" }),
  },
  "a method that the address does not take": {
    code: "method_not_allowed",
    send: () => send({ method: "DELETE", url: "/api/products/" }),
  },
  "a body that is not JSON": { code: "malformed_json", send: () => post("{") },
  "a key that is there twice": { code: "malformed_json", send: () => post('{"name":"a","name":"b"}') },
  "a body of more than 64 levels": {
    code: "malformed_json",
    send: () => post(`{"name":${"[".repeat(80)}${"]".repeat(80)}}`),
  },
  "a NUL in a text": { code: "malformed_json", send: () => post(String.raw`{"name":"a\u0000b"}`) },
  "half a surrogate pair": { code: "malformed_json", send: () => post(String.raw`{"name":"\ud83d"}`) },
  "a body that is not UTF-8": { code: "malformed_json", send: () => post(Buffer.from([0x22, 0xff, 0x22])) },
  "a body that is no object": { code: "validation_failed", send: () => post("[]") },
  "no body where one is needed": { code: "validation_failed", send: () => post("") },
  "a body that is too large": { code: "body_too_large", send: () => post(JSON.stringify({ name: "a".repeat(3_000) })) },
  "a body that is too large once inflated": {
    code: "body_too_large",
    send: () => post(gzipSync(JSON.stringify({ name: "a".repeat(100_000) })), { "content-encoding": "gzip" }),
  },
  "a body that is not the gzip it says": {
    code: "malformed_request",
    send: () => post("no gzip at all", { "content-encoding": "gzip" }),
  },
  "a gzip body that breaks off": {
    code: "malformed_request",
    send: () => post(gzipSync('{"name":"Soap"}').subarray(0, 20), { "content-encoding": "gzip" }),
  },
  "another compression": {
    code: "unsupported_media_type",
    send: () => post("{}", { "content-encoding": "br" }),
  },
  "plain text, which any site's form may send": {
    code: "unsupported_media_type",
    send: () => post('{"name":"Soap"}', { "content-type": "text/plain" }),
  },
  "a form": {
    code: "unsupported_media_type",
    send: () => post("name=Soap", { "content-type": "application/x-www-form-urlencoded" }),
  },
  "no token": {
    code: "not_authenticated",
    send: () => send({ method: "GET", url: "/api/products/", headers: { authorization: "" } }),
  },
  "a token that nobody has": {
    code: "not_authenticated",
    send: () => send({ method: "GET", url: "/api/products/", headers: { authorization: "Token nobody" } }),
  },
  "an id that is no number": { code: "not_found", send: () => send({ method: "GET", url: "/api/products/abc/" }) },
  "an address that cannot be decoded": {
    code: "malformed_request",
    send: () => send({ method: "GET", url: "/api/%E0%A4%A/" }),
  },
};

test.each(Object.entries(REFUSED))("refuses %s", async (_name, { send: sendIt, code }) => {
  const answer = await sendIt();
  expect(answer.json()).toMatchObject({ code, status: ERROR_CODES[code].status });
  expect(answer.statusCode).toBe(ERROR_CODES[code].status);
  expect(answer.headers["content-type"]).toBe("application/problem+json; charset=utf-8");
});

test("a 401 says how to authenticate, a 405 what is possible", async () => {
  const nobody = await opened.app.inject({ method: "GET", url: "/api/user/" });
  expect(nobody.headers["www-authenticate"]).toBe('Bearer realm="duka"');
  const wrongMethod = await send({ method: "PUT", url: "/api/products/" });
  expect(wrongMethod.headers.allow).toBe("GET, HEAD, POST");
});

test("nobody's body is read before it is known who sends it", async () => {
  const answer = await post("{".repeat(100), { authorization: "Token nobody" });
  expect(answer.statusCode).toBe(401);
});

test("wrong fields are named, each with its code", async () => {
  const answer = await post(JSON.stringify({ name: "Soap", is_volatile: "yes", unit_price: "1.005" }));
  expect(answer.json()).toMatchObject({
    code: "validation_failed",
    errors: [{ path: "is_volatile", code: "invalid" }],
  });
  const price = await post(JSON.stringify({ name: "Soap", unit_price: "1.005", reorder_level: -1 }));
  expect(price.json()).toMatchObject({
    errors: [
      { path: "unit_price", code: "too_many_decimals" },
      { path: "reorder_level", code: "too_small" },
    ],
  });
});

test("null is not taken for 0, true not for 1, and a number in a text not for a number", async () => {
  for (const wrong of [{ name: null }, { name: 7 }, { name: "Soap", active: 1 }, { name: "Soap", stock: true }]) {
    expect((await post(JSON.stringify(wrong))).statusCode).toBe(400);
  }
});

test("fields of the server and unknown ones are ignored", async () => {
  const sent = { name: "Soap", id: 77, user: 99, created_at: "2001-01-01", colour: "green" };
  expect((await post(JSON.stringify(sent))).json()).toMatchObject({ user: shop.userId, name: "Soap" });
});

test("a gzip body within the limit is taken", async () => {
  const answer = await post(gzipSync('{"name":"Packed"}'), { "content-encoding": "gzip" });
  expect(answer.json()).toMatchObject({ name: "Packed" });
});

test("an empty body under a JSON content type is no body", async () => {
  const { id } = (await post('{"name":"To archive"}')).json<{ id: number }>();
  const headers = { "content-type": "application/json" };
  expect((await send({ method: "DELETE", url: `/api/products/${id}/`, headers, payload: "" })).statusCode).toBe(204);
});

test("an address works with and without its trailing slash", async () => {
  for (const url of ["/api/products/", "/api/products", "/health", "/health/"]) {
    expect((await send({ method: "GET", url })).statusCode).toBe(200);
  }
});

test("every answer has a request id: the caller's when it is harmless, else a new one", async () => {
  const own = await send({ method: "GET", url: "/health/", headers: { "x-request-id": "till-2.17" } });
  expect(own.headers["x-request-id"]).toBe("till-2.17");
  const harmful = await send({ method: "GET", url: "/health/", headers: { "x-request-id": 'a" level="fatal' } });
  expect(harmful.headers["x-request-id"]).toMatch(/^[0-9a-f-]{36}$/);
});

test("answers are not stored by anyone, and carry the security headers", async () => {
  const { headers } = await send({ method: "GET", url: "/api/products/" });
  expect(headers).toMatchObject({ "cache-control": "no-store", "x-content-type-options": "nosniff" });
  expect(headers["content-security-policy"]).toContain("script-src 'self'");
  expect(headers["content-security-policy"]).not.toMatch(/script-src[^;]*unsafe-inline/);
});

test("only listed sites may call from their pages", async () => {
  const listed = await send({ method: "GET", url: "/health/", headers: { origin: "https://app.example" } });
  expect(listed.headers["access-control-allow-origin"]).toBe("https://app.example");
  expect(listed.headers["access-control-expose-headers"]).toContain("Retry-After");
  const other = await send({ method: "GET", url: "/health/", headers: { origin: "https://evil.example" } });
  expect(other.headers["access-control-allow-origin"]).toBeUndefined();
});

async function preflight(origin: string, method: string) {
  const headers = {
    origin,
    "access-control-request-method": method,
    "access-control-request-headers": "authorization,content-type",
  };
  return (await opened.app.inject({ method: "OPTIONS", url: "/api/products/1/", headers })).headers;
}

test("before another site's page changes something, the browser asks, and only listed sites may", async () => {
  for (const method of ["GET", "POST", "PUT", "PATCH", "DELETE"]) {
    const allowed = await preflight("https://app.example", method);
    expect(allowed["access-control-allow-origin"]).toBe("https://app.example");
    expect(String(allowed["access-control-allow-methods"]).split(/,\s*/)).toContain(method);
    expect(allowed["access-control-allow-headers"]).toContain("authorization");
    // A cookie never comes along from there.
    expect(allowed).not.toHaveProperty("access-control-allow-credentials");
  }
  for (const origin of ["https://evil.example", "https://app.example.evil.example", "null"]) {
    expect(await preflight(origin, "PATCH")).not.toHaveProperty("access-control-allow-origin");
  }
});

test("a fault of the server is told without its inside, and logged with the request id", async () => {
  const broken = await openTestApp();
  const owner = await registerShop(broken.app);
  await broken.db.destroy();
  const answer = await broken.app.inject({
    method: "GET",
    url: "/api/user/",
    headers: { authorization: `Token ${owner.token}` },
  });
  expect(answer.statusCode).toBe(500);
  expect(answer.json()).toMatchObject({ code: "internal_error" });
  expect(answer.body).not.toMatch(/driver|destroyed|kysely/i);
  expect(broken.errorLines.join()).toContain(String(answer.headers["x-request-id"]));
  await broken.close();
});

test("a route that does not say who may call it stops the app from starting", async () => {
  const other = await openTestApp();
  const undeclared = { method: "GET", url: "/api/open/", handler: async () => "secret" } as const;
  expect(() => other.app.route(undeclared)).toThrow("does not declare config.roles");
  await other.close();
});
