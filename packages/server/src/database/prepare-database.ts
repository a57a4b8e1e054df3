import { failure, type Result, success } from "@duka/domain";
import { dialectOf } from "./dialect.ts";
import { checkDurability } from "./durability-check.ts";
import { ensureInstallation, type Installation } from "./installation.ts";
import { migrateToLatest, type MigrationStep } from "./migrate.ts";
import type { Database } from "./schema.ts";
import { readSchemaState, schemaRefusal } from "./schema-gate.ts";

export type PrepareOptions = {
  readonly newId: () => string;
  /** Migrate an older database without being asked. SQLite always does; others only when configured. */
  readonly migratesAutomatically: boolean;
  readonly onStep?: (step: MigrationStep) => void;
};

/**
 * The start-up gate: durable commits, a schema this binary may run on, an identity. The error is what to tell the
 * operator, one line per problem.
 */
export async function prepareDatabase(db: Database, options: PrepareOptions): Promise<Result<Installation, string>> {
  const unsafe = await checkDurability(db);
  if (unsafe.length > 0) return failure(unsafe.join("\n"));
  const state = await readSchemaState(db);
  if (state.kind === "older" && (options.migratesAutomatically || dialectOf(db).name === "sqlite")) {
    await migrateToLatest(db, options.onStep === undefined ? {} : { onStep: options.onStep });
  } else {
    const refusal = schemaRefusal(state);
    if (refusal !== undefined) return failure(refusal);
  }
  return success(await ensureInstallation(db, options.newId));
}
