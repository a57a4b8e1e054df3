import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Operation, operations } from "@duka/protocol/operations";
import { Errors } from "typebox/value";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readApiPage } from "../../scripts/api-page/read-api-page.ts";
import { valueAt } from "../../scripts/api-page/value-at.ts";
import { findFreePort } from "../servers/server-folder.ts";
import { ServerProcess } from "../servers/server-process.ts";
import { runCurl } from "./run-curl.ts";

const calls = readApiPage();
const START_MAX_MS = 60_000;
const SAMPLE_FILE = fileURLToPath(new URL("../../ops/postman/products.csv", import.meta.url));

let folder: string;
let server: ServerProcess;
/** What the page keeps from answers, and the server's address. */
const variables: Record<string, string> = {};
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "duka-api-page-"));
  copyFileSync(SAMPLE_FILE, join(folder, "products.csv"));
  const port = await findFreePort();
  server = new ServerProcess({ port, folder, databaseUrl: undefined, logFile: join(folder, "server.log") });
  await server.start();
  variables["DUKA"] = server.url;
}, START_MAX_MS);
afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
}, START_MAX_MS);

test("the page shows every operation of the API", () => {
  const shown = new Set(calls.map(({ operationKey }) => operationKey));
  expect(Object.keys(operations).filter((key) => !shown.has(key as keyof typeof operations))).toEqual([]);
});

test.each(calls)("docs/api.md:$line: $operationKey answers $status, as documented", async (call) => {
  const answer = await runCurl(call.command, { folder, variables });
  expect({ status: answer.status, text: answer.text }).toMatchObject({ status: call.status });
  const { [call.status]: schema }: Operation["answers"] = operations[call.operationKey].answers;
  const body: unknown = answer.text === "" ? null : JSON.parse(answer.text);
  if (schema === undefined) throw new Error(`${call.operationKey} does not document ${call.status}.`);
  expect([...Errors(schema, body)]).toEqual([]);
  for (const [name, path] of call.keeps) {
    const value = valueAt(body, path);
    expect(value).toBeDefined();
    variables[name] = String(value);
  }
});
