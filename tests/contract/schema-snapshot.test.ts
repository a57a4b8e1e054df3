import { afterAll, beforeAll, expect, test } from "vitest";
import { migrateToLatest, migrateToNothing } from "../../packages/server/src/database/migrate.ts";
import type { Database } from "../../packages/server/src/database/schema.ts";
import { describeEachDatabase } from "../servers/databases.ts";
import { describeSchema } from "./describe-schema.ts";
import { openContractDatabase } from "./open-contract-database.ts";

describeEachDatabase("the schema", (database, kind) => {
  let db: Database;
  beforeAll(async () => {
    db = await openContractDatabase(database());
  });
  afterAll(async () => db.destroy());

  test("the migrations build exactly the committed snapshot; `npm run snapshots` writes it anew", async () => {
    const snapshot = new URL(`../../packages/server/src/database/snapshots/${kind}.generated.sql`, import.meta.url);
    await expect(await describeSchema(db)).toMatchFileSnapshot(snapshot.pathname);
  });

  test("down to nothing leaves nothing, and up again builds the same", async () => {
    const before = await describeSchema(db);
    await migrateToNothing(db);
    expect(await describeSchema(db)).toBe("");
    await migrateToLatest(db);
    expect(await describeSchema(db)).toBe(before);
  });
});
