import type { InjectOptions } from "fastify";
import { afterAll, expect, test } from "vitest";
import type { Database } from "../database/schema.ts";
import type { DukaApp } from "../http/typings.ts";
import { enrolTill } from "../sync/testing/open-test-sync.ts";
import { openTestApp } from "../testing/open-test-app.ts";
import { registerShop } from "../testing/register-shop.ts";
import { type DocumentedCall, readDocumentedCalls } from "./testing/documented-calls.ts";

const LONGER_THAN_ANY_PARAMETER = "x".repeat(2_000);
const LONGER_THAN_ANY_BODY = String(10 ** 10);

const opened = await openTestApp();
const shop = await registerShop(opened.app);
const till = await enrolTill(opened.app, shop);
const calls = await readDocumentedCalls(opened.app);
const limited = await openTestApp({ database: opened.db, config: { requestsPerMinuteMax: 1 } });
const broken = await openBrokenApp(new Error("broken by the test"));
const cutOff = await openBrokenApp(Object.assign(new Error("cut off by the test"), { code: "ECONNREFUSED" }));
afterAll(async () => {
  for (const { close } of [limited, broken, cutOff, opened]) await close();
});

/** What makes any operation of a kind answer so. */
type Cause = {
  readonly status: number;
  readonly concerns: (call: DocumentedCall) => boolean;
  readonly app?: DukaApp;
  readonly change?: (call: DocumentedCall) => InjectOptions;
};

const isPublic = ({ roles }: DocumentedCall) => roles.includes("public");
const isChange = ({ method }: DocumentedCall) => method !== "GET";
const needsDatabase = ({ path }: DocumentedCall) => path.startsWith("/api/") && path !== "/api/openapi.json";
const tokenFor = ({ roles }: DocumentedCall) => (roles.includes("device") ? till.token : shop.token);
const otherTokenFor = ({ roles }: DocumentedCall) => (roles.includes("device") ? shop.token : till.token);

const CAUSES: Readonly<Record<string, Cause>> = {
  "nobody signed in": {
    status: 401,
    concerns: (call) => !isPublic(call),
    change: () => ({ headers: {} }),
  },
  "somebody of another role": {
    status: 403,
    concerns: (call) => !isPublic(call),
    change: (call) => ({ headers: { authorization: `Bearer ${otherTokenFor(call)}` } }),
  },
  "a body that breaks off": {
    status: 400,
    concerns: (call) => isChange(call) && !call.isForm,
    change: (call) => ({ headers: headersOf(call, "application/json"), payload: "{" }),
  },
  "an endless parameter": {
    status: 400,
    concerns: ({ queryNames }) => queryNames.length > 0,
    change: ({ queryNames }) => ({ query: { [queryNames[0] ?? ""]: LONGER_THAN_ANY_PARAMETER } }),
  },
  "a body beyond the limit": {
    status: 413,
    concerns: (call) => isChange(call) && !call.isForm,
    change: (call) => ({
      headers: { ...headersOf(call, "application/json"), "content-length": LONGER_THAN_ANY_BODY },
      payload: "{}",
    }),
  },
  "a body of another type": {
    status: 415,
    concerns: isChange,
    change: (call) => ({ headers: headersOf(call, "text/plain"), payload: "hello" }),
  },
  "too many requests": { status: 429, concerns: () => true, app: limited.app },
  "a server that breaks": { status: 500, concerns: needsDatabase, app: broken.app },
  "a database that is away": { status: 503, concerns: needsDatabase, app: cutOff.app },
};

const cases = Object.entries(CAUSES).flatMap(([name, cause]) =>
  calls.filter(cause.concerns).map((call) => ({ name, ...cause, call, key: `${call.method} ${call.path}` })),
);

test("there is something to ask", () => {
  expect(calls.length).toBeGreaterThan(40);
  expect(cases.length).toBeGreaterThan(250);
});

test.each(cases)("$name: $key answers $status, as documented", async ({ call, status, app = opened.app, change }) => {
  if (app === limited.app) await app.inject({ method: "GET", url: "/health/" });
  const { method, path, body, isForm } = call;
  const usual: InjectOptions = { headers: headersOf(call), ...(body !== undefined && !isForm && { payload: body }) };
  const answer = await app.inject({ method, url: path, ...usual, ...change?.(call) });
  expect({ status: answer.statusCode, body: answer.body }).toMatchObject({ status });
  expect(call.statuses).toContain(status);
  expect(answer.headers["content-type"]).toContain("application/problem+json");
});

function headersOf(call: DocumentedCall, contentType?: string): Record<string, string> {
  return {
    ...(!isPublic(call) && { authorization: `Bearer ${tokenFor(call)}` }),
    ...(contentType !== undefined && { "content-type": contentType }),
  };
}

/** The same shop behind a database that, once the app is built, does nothing but fail. */
async function openBrokenApp(error: Error) {
  let isBroken = false;
  const database = new Proxy<Database>(opened.db, {
    get(db, name) {
      if (isBroken) throw error;
      const member: unknown = Reflect.get(db, name);
      return typeof member === "function" ? member.bind(db) : member;
    },
  });
  const app = await openTestApp({ database });
  isBroken = true;
  return app;
}
