import { migrateTo, migrateToLatest } from "@duka/server";
import { Command } from "commander";
import { stepBefore } from "./migration-status.ts";
import { printStatus, printSteps } from "./print-migrations.ts";
import { type MigrationRun, withMigrationDatabase } from "./with-migration-database.ts";

/** `duka migrate`: moves the schema of the database that the settings name, and says what it did. */
export function migrateCommand(): Command {
  return new Command("migrate")
    .description("bring the database's schema up or down")
    .addHelpText(
      "after",
      [
        "",
        "Examples:",
        "  duka migrate status              which steps ran, which are waiting",
        "  duka migrate up                  run the waiting steps; interrupted, run it again",
        "  duka migrate to 0003_sales       go up or down until that step is the last one",
        "  duka migrate down                undo the last step (its data goes with it: back up first)",
        "",
        "It uses DATABASE_OWNER_URL, else DATABASE_URL, else the SQLite file in DUKA_DATA_DIR.",
        "PostgreSQL: the role in DATABASE_URL is then granted the rows of every table, not the schema.",
      ].join("\n"),
    )
    .addCommand(step("up", "run every waiting step", (run) => migrateToLatest(run.db, { onStep: run.onStep })))
    .addCommand(step("down", "undo the last step", undoLast))
    .addCommand(
      step("to <step>", "go up or down to a step; `none` undoes all", (run, name) =>
        migrateTo(run.db, name ?? "none", { onStep: run.onStep }),
      ),
    )
    .addCommand(
      new Command("status")
        .description("list the steps")
        .option("--json", "as JSON")
        .action((options: { json?: boolean }) =>
          withMigrationDatabase(({ db }) => printStatus(db, options.json === true)),
        ),
    );
}

type StepWork = (run: MigrationRun, name?: string) => Promise<unknown>;

/** `usage` is the name, and after it the argument that the work is given. */
function step(usage: string, description: string, work: StepWork): Command {
  const [name = usage, argument] = usage.split(" ");
  const command = new Command(name).description(description);
  if (argument !== undefined) command.argument(argument);
  return command.action((value?: unknown) =>
    withMigrationDatabase(async (run) => {
      await printSteps(() => work(run, typeof value === "string" ? value : undefined));
      await run.grant();
    }),
  );
}

async function undoLast(run: MigrationRun): Promise<unknown> {
  const before = await stepBefore(run.db);
  return before === undefined ? [] : await migrateTo(run.db, before, { onStep: run.onStep });
}
