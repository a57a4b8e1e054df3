import { ERROR_CODES } from "@duka/protocol";
import { type Operation, OPERATION_TAGS, operations } from "@duka/protocol/operations";
import { Validator } from "@seriousme/openapi-schema-validator";
import { Check, Errors } from "typebox/value";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openTestApp, type TestApp } from "../testing/open-test-app.ts";
import { CODES_OF_NO_OPERATION } from "./error-codes-of.ts";
import { exampleOf } from "./example-of.ts";

type DescribedOperation = {
  readonly operationId: string;
  readonly summary: string;
  readonly tags: readonly string[];
  readonly security: readonly object[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly example?: unknown }>> };
  readonly responses: Readonly<Record<string, { readonly description: string }>>;
  readonly "x-roles": readonly string[];
  readonly "x-error-codes": readonly string[];
};
type ApiDocument = {
  readonly openapi: string;
  readonly paths: Readonly<Record<string, Readonly<Record<string, DescribedOperation>>>>;
};

/** Addresses that are no calls of the API: the pages of the docs, which another's plugin serves. */
const PAGES = /^\/api\/docs/;

let opened: TestApp;
let document: ApiDocument;
beforeAll(async () => {
  opened = await openTestApp();
  document = (await opened.app.inject({ method: "GET", url: "/api/openapi.json" })).json<ApiDocument>();
});
afterAll(async () => opened.close());

const described = () =>
  Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ key: `${method.toUpperCase()} ${path}`, operation })),
  );
const openApiPath = (url: string) => url.replaceAll(/:(\w+)/g, "{$1}");

test("the document is valid OpenAPI 3.1", async () => {
  expect(document.openapi).toBe("3.1.0");
  const { valid, errors } = await new Validator().validate(structuredClone(document));
  expect(errors ?? []).toEqual([]);
  expect(valid).toBe(true);
});

test("every route is documented, and nothing else; add new ones to packages/protocol/src/operations", () => {
  const routes = [...opened.app.routeTable].flatMap(([url, { methods }]) =>
    [...methods].filter((method) => method !== "HEAD").map((method) => `${method} ${openApiPath(url)}`),
  );
  const calls = routes.filter((route) => !PAGES.test(route.split(" ")[1] ?? ""));
  expect(calls.length).toBeGreaterThan(40);
  expect(
    described()
      .map(({ key }) => key)
      .toSorted(),
  ).toEqual(calls.toSorted());
  expect(Object.keys(operations).map(openApiPath).toSorted()).toEqual(calls.toSorted());
});

test("operation ids are unique", () => {
  const ids = described().map(({ operation }) => operation.operationId);
  expect(new Set(ids).size).toBe(ids.length);
});

test.each(Object.keys(operations))("%s says what it is, who may call it, how to sign in, and an example", (key) => {
  const operation = described().find((one) => one.key === openApiPath(key))?.operation;
  expect(operation?.summary).toMatch(/^[A-Z]/);
  expect(Object.keys(OPERATION_TAGS)).toContain(operation?.tags[0]);
  expect(operation?.["x-roles"]).not.toEqual([]);
  expect(operation?.security.length === 0).toBe(operation?.["x-roles"][0] === "public");
  const answers = Object.values(operation?.responses ?? {});
  expect(answers.length).toBeGreaterThan(1);
  expect(answers.filter(({ description }) => description.includes("Default"))).toEqual([]);
  const bodies = Object.values(operation?.requestBody?.content ?? {});
  expect(bodies.filter(({ example }) => example === undefined)).toEqual([]);
});

test.each(Object.entries<Operation>(operations))("the examples of %s are what its schemas say", (_key, operation) => {
  const { params, query, body, describedBody, answers } = operation;
  for (const schema of [params, query, body, describedBody, ...Object.values(answers)]) {
    if (schema === undefined) continue;
    const examples = "examples" in schema && Array.isArray(schema.examples) ? schema.examples : [exampleOf(schema)];
    for (const example of examples) {
      expect([...Errors(schema, example)]).toEqual([]);
      expect(Check(schema, example)).toBe(true);
    }
  }
});

test("every error code is given by some operation, or by none and the introduction says so", () => {
  const given = described().flatMap(({ operation }) => operation["x-error-codes"]);
  expect([...new Set([...given, ...CODES_OF_NO_OPERATION])].toSorted()).toEqual(Object.keys(ERROR_CODES).toSorted());
  expect(given.filter((code) => CODES_OF_NO_OPERATION.some((none) => none === code))).toEqual([]);
});

test("the pages need no inline script, and load everything from here", async () => {
  const page = await opened.app.inject({ method: "GET", url: "/api/docs/" });
  expect(page.statusCode).toBe(200);
  expect(page.headers["content-security-policy"]).toContain("script-src 'self'");
  expect(page.body).not.toMatch(/<script>|style="|https?:\/\//);
  const parts = [...page.body.matchAll(/(?:src|href)="\.\/([^"]+)"/g)].map(([, part = ""]) => part);
  expect(parts.length).toBeGreaterThan(4);
  for (const part of parts) {
    const { statusCode } = await opened.app.inject({ method: "GET", url: `/api/docs/${part}` });
    expect({ part, statusCode }).toEqual({ part, statusCode: 200 });
  }
});
