import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import newman, { type NewmanRunSummary } from "newman";
import { afterAll, beforeAll, expect, test } from "vitest";
import { findFreePort } from "../servers/server-folder.ts";
import { ServerProcess } from "../servers/server-process.ts";

const POSTMAN_FOLDER = fileURLToPath(new URL("../../ops/postman", import.meta.url));
const COLLECTION = join(POSTMAN_FOLDER, "duka.postman_collection.generated.json");
const CALLS_MIN = 50;

let folder: string;
let server: ServerProcess;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "duka-postman-"));
  const port = await findFreePort();
  server = new ServerProcess({ port, folder, databaseUrl: undefined, logFile: join(folder, "server.log") });
  await server.start();
});
afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

test("the Postman collection runs from top to bottom against a fresh server", async () => {
  const { run } = await runCollection();
  expect(run.failures.map(({ source, error }) => `${source?.name}: ${error.message}`)).toEqual([]);
  expect(run.stats.assertions.total).toBeGreaterThan(CALLS_MIN);
  expect(run.stats.assertions.total).toBe(run.stats.requests.total);
});

function runCollection(): Promise<NewmanRunSummary> {
  const envVar = [{ key: "DUKA", value: server.url }];
  return new Promise((resolve, reject) => {
    newman.run({ collection: COLLECTION, envVar, workingDir: POSTMAN_FOLDER, reporters: [] }, (error, summary) => {
      if (error) reject(error);
      else resolve(summary);
    });
  });
}
