import {
  type Database,
  databaseTargetOf,
  grantApplicationRole,
  type MigrationStep,
  openDatabase,
  readConfig,
} from "@duka/server";
import { stepLine } from "./print-migrations.ts";

export type MigrationRun = {
  readonly db: Database;
  readonly onStep: (step: MigrationStep) => void;
  /** Lets the role that serves use the tables there are now. */
  readonly grant: () => Promise<void>;
};

/** Opens the database as its owner, runs the work, and turns every trouble into one line and exit code 1. */
export async function withMigrationDatabase(work: (run: MigrationRun) => Promise<void>): Promise<void> {
  const config = readConfig(process.env);
  if (!config.ok) return fail(config.error.join("\n"));
  const { databaseOwnerUrl = config.value.databaseUrl } = config.value;
  const target = databaseTargetOf({ ...config.value, databaseUrl: databaseOwnerUrl });
  if (!target.ok) return fail(target.error);
  const db = openDatabase(target.value);
  try {
    await work({
      db,
      onStep: (step) => console.log(stepLine(step)),
      grant: async () => {
        const role = applicationRoleOf(config.value.databaseUrl);
        if (role !== undefined) await grantApplicationRole(db, role);
      },
    });
  } catch (error) {
    fail(error instanceof Error ? error.message : String(error));
  } finally {
    await db.destroy();
  }
}

/** The role in DATABASE_URL, which serves and owns nothing. */
function applicationRoleOf(databaseUrl: string | undefined): string | undefined {
  const role = URL.parse(databaseUrl ?? "")?.username;
  return role === undefined || role === "" ? undefined : decodeURIComponent(role);
}

function fail(reason: string): void {
  console.error(reason);
  process.exitCode = 1;
}
