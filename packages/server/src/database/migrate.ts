import { type Migration, type MigrationResultSet, Migrator } from "kysely/migration";
import { MIGRATIONS } from "./migrations/index.ts";
import type { DukaMigration } from "./migrations/migration.ts";
import { actAsOperator } from "./migrations/tenant-policies.ts";
import { acrossShops } from "./open-database.ts";
import type { Database } from "./schema.ts";
import { recordSchema } from "./schema-record.ts";

/** What one step did. */
export type MigrationStep = {
  readonly name: string;
  readonly direction: "up" | "down";
  readonly durationMs: number;
};

export type MigrateOptions = {
  /** Called after each step, for progress. */
  readonly onStep?: (step: MigrationStep) => void;
  readonly monotonicMs?: () => number;
  /** Only for tests: another list of steps. */
  readonly migrations?: readonly DukaMigration[];
};

/** Runs every pending step, each in its own transaction where the engine allows: stopped half-way, it goes on from there. */
export async function migrateToLatest(db: Database, options: MigrateOptions = {}): Promise<readonly MigrationStep[]> {
  return await runSteps(db, options, (migrator) => migrator.migrateUp());
}

/** Undoes every step. */
export async function migrateToNothing(db: Database, options: MigrateOptions = {}): Promise<readonly MigrationStep[]> {
  return await runSteps(db, options, (migrator) => migrator.migrateDown());
}

/** Goes up or down, step by step, until the named migration is the last one applied. `none` undoes all. */
export async function migrateTo(
  db: Database,
  name: string,
  options: MigrateOptions = {},
): Promise<readonly MigrationStep[]> {
  if (name === "none") return await migrateToNothing(db, options);
  const migrations = options.migrations ?? MIGRATIONS;
  const target = migrations.findIndex((migration) => migration.name === name);
  if (target === -1) {
    throw new Error(`There is no migration "${name}". Known: ${migrations.map((it) => it.name).join(", ")}, none.`);
  }
  return await runSteps(db, options, async (migrator) => {
    const applied = (await migrator.getMigrations()).filter((it) => it.executedAt !== undefined).length;
    if (applied === target + 1) return { results: [] };
    return applied <= target ? await migrator.migrateUp() : await migrator.migrateDown();
  });
}

async function runSteps(
  db: Database,
  options: MigrateOptions,
  next: (migrator: Migrator) => Promise<MigrationResultSet>,
): Promise<readonly MigrationStep[]> {
  const { migrations = MIGRATIONS, monotonicMs = () => performance.now() } = options;
  const migrator = new Migrator({
    db: acrossShops(db),
    provider: { getMigrations: async () => kyselyMigrations(migrations) },
  });
  const steps: MigrationStep[] = [];
  while (steps.length <= migrations.length) {
    const startedMs = monotonicMs();
    const { error, results = [] } = await next(migrator);
    if (error !== undefined) throw new Error(failureText(results[0]?.migrationName, error), { cause: error });
    const [result] = results;
    if (result === undefined) break;
    const direction = result.direction === "Up" ? "up" : "down";
    const step: MigrationStep = { name: result.migrationName, direction, durationMs: monotonicMs() - startedMs };
    steps.push(step);
    options.onStep?.(step);
  }
  return steps;
}

/** Each step also records, in the same transaction, which binaries may run on the schema it leaves. */
function kyselyMigrations(migrations: readonly DukaMigration[]): Record<string, Migration> {
  return Object.fromEntries(
    migrations.map((migration, index): [string, Migration] => [
      migration.name,
      {
        async up(db) {
          await actAsOperator(db);
          await migration.up(db);
          await recordSchema(db, migrations.slice(0, index + 1));
        },
        async down(db) {
          await actAsOperator(db);
          await migration.down(db);
          if (index > 0) await recordSchema(db, migrations.slice(0, index));
        },
      },
    ]),
  );
}

function failureText(name: string | undefined, error: unknown): string {
  const reason = error instanceof Error ? error.message : String(error);
  return name === undefined ? `The migrations could not run: ${reason}` : `Migration ${name} failed: ${reason}`;
}
