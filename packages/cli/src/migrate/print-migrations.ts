import type { Database, MigrationStep } from "@duka/server";
import { readMigrationStatus } from "./migration-status.ts";

/** One line a step, as it ends. */
export function stepLine({ name, direction, durationMs }: MigrationStep): string {
  return `${direction === "up" ? "↑" : "↓"} ${name}  ${Math.round(durationMs)} ms`;
}

/** Runs steps that print themselves, and says so when there were none. */
export async function printSteps(run: () => Promise<unknown>): Promise<void> {
  const steps = await run();
  if (Array.isArray(steps) && steps.length === 0) console.log("Nothing to do: the schema is there already.");
}

export async function printStatus(db: Database, asJson: boolean): Promise<void> {
  const status = await readMigrationStatus(db);
  if (asJson) {
    console.log(JSON.stringify(status));
    return;
  }
  for (const name of status.applied) console.log(`✓ ${name}`);
  for (const name of status.pending) console.log(`· ${name}  waiting: run "duka migrate up"`);
  for (const name of status.unknown) console.log(`? ${name}  made by a newer Duka`);
}
