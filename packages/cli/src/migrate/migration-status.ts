import { type Database, KNOWN_MIGRATIONS, readSchemaState } from "@duka/server";

export type MigrationStatus = {
  readonly applied: readonly string[];
  readonly pending: readonly string[];
  /** Steps that a newer Duka made and this one does not know. */
  readonly unknown: readonly string[];
};

/** Which steps the database has, lacks, or has beyond what this binary knows. */
export async function readMigrationStatus(db: Database): Promise<MigrationStatus> {
  const state = await readSchemaState(db);
  const pending = state.kind === "older" ? state.pending : [];
  const unknown = state.kind === "ahead" || state.kind === "newer" ? state.unknown : [];
  return { applied: KNOWN_MIGRATIONS.filter((name) => !pending.includes(name)), pending, unknown };
}

/** Where one step down leads: the step before the last one applied, `none` below the first, undefined with nothing applied. */
export async function stepBefore(db: Database): Promise<string | undefined> {
  const { applied } = await readMigrationStatus(db);
  return applied.length === 0 ? undefined : (applied.at(-2) ?? "none");
}
