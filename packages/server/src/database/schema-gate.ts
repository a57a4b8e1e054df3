import { MIGRATIONS } from "./migrations/index.ts";
import type { Database } from "./schema.ts";
import { readSchemaRecord, type SchemaRecord } from "./schema-record.ts";

/**
 * How the database's schema stands to this binary.
 *
 * | state   | when                                                          | then                                   |
 * |---------|---------------------------------------------------------------|----------------------------------------|
 * | current | the same last step                                            | run                                    |
 * | older   | steps are missing                                             | migrate first                          |
 * | ahead   | it has steps we do not know, and says that we may still run   | run (the previous release, expanding)  |
 * | newer   | it has steps we do not know, and says that we may not         | refuse                                 |
 */
export type SchemaState =
  | { readonly kind: "current" }
  | { readonly kind: "ahead"; readonly unknown: readonly string[] }
  | { readonly kind: "older"; readonly pending: readonly string[] }
  | { readonly kind: "newer"; readonly unknown: readonly string[] };

/** The names of the steps this binary knows, oldest first; their number is the binary's own. */
export const KNOWN_MIGRATIONS: readonly string[] = MIGRATIONS.map((migration) => migration.name);

export async function readSchemaState(db: Database, known = KNOWN_MIGRATIONS): Promise<SchemaState> {
  return schemaStateOf(await readSchemaRecord(db), known);
}

export function schemaStateOf(record: SchemaRecord, known: readonly string[]): SchemaState {
  const unknown = record.applied.filter((name) => !known.includes(name));
  const pending = known.filter((name) => !record.applied.includes(name));
  if (unknown.length > 0) return { kind: record.oldestBinary <= known.length ? "ahead" : "newer", unknown };
  return pending.length > 0 ? { kind: "older", pending } : { kind: "current" };
}

/** One line for a person: what is wrong and what to do; undefined when the binary may run. */
export function schemaRefusal(state: SchemaState): string | undefined {
  if (state.kind === "newer") {
    return `The database was migrated by a newer Duka (${state.unknown.join(", ")}). Run that version, or migrate down with it first.`;
  }
  return state.kind === "older"
    ? `The database lacks ${state.pending.join(", ")}. Run "duka migrate up" first.`
    : undefined;
}
