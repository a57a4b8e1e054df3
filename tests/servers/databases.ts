import { afterAll, beforeAll, describe } from "vitest";
import { chooseDatabases, type DatabaseKind } from "./database-kinds.ts";
import { type FreshDatabase, openFreshDatabase } from "./fresh-database.ts";

/** The engines this run tests. */
const databaseKinds: readonly DatabaseKind[] = chooseDatabases().tested;

/**
 * Runs one suite on every database, each with a fresh, empty one for the whole suite. Call the argument inside tests and
 * hooks, not while the suite is being described: the database does not exist yet then.
 */
export function describeEachDatabase(
  name: string,
  suite: (database: () => FreshDatabase, kind: DatabaseKind) => void,
): void {
  describe.each(databaseKinds)(`${name} on %s`, (kind) => {
    let database: FreshDatabase | undefined;
    beforeAll(async () => {
      database = await openFreshDatabase(kind);
    });
    afterAll(async () => {
      await database?.drop();
    });
    suite(() => {
      if (database === undefined) throw new Error("The database is made before the tests run; ask for it inside one.");
      return database;
    }, kind);
  });
}
