import { expect, test } from "vitest";
import { migrateTo } from "../database/migrate.ts";
import { KNOWN_MIGRATIONS } from "../database/schema-gate.ts";
import { openTestApp } from "../testing/open-test-app.ts";

test("a server is ready when its database answers and is migrated, and healthy in any case", async () => {
  const opened = await openTestApp();
  const get = async (url: string) => opened.app.inject({ method: "GET", url });
  expect((await get("/ready/")).json()).toEqual({ status: "ready" });
  await migrateTo(opened.db, KNOWN_MIGRATIONS[0] ?? "");
  expect((await get("/ready/")).json()).toEqual({ status: "not ready", reason: "migrations are missing" });
  await opened.db.destroy();
  const away = await get("/ready/");
  expect(away.statusCode).toBe(503);
  expect((await get("/health/")).json()).toEqual({ status: "ok" });
  expect(opened.errorLines).toHaveLength(1);
  await opened.close();
});
