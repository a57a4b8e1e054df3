import { serve } from "@duka/server";
import { Command } from "commander";
import { migrateCommand } from "./migrate/migrate-command.ts";
import { settingsHelp } from "./settings-help.ts";

/** The `duka` command: one subcommand a job. Settings come from the environment; `--help` lists them. */
export async function main(argv: readonly string[]): Promise<void> {
  const program = new Command("duka")
    .description("Duka: offline-first point of sale and sales sync.")
    .showHelpAfterError("(see --help)")
    .addCommand(serveCommand())
    .addCommand(migrateCommand());
  await program.parseAsync(argv);
}

function serveCommand(): Command {
  return new Command("serve")
    .description("run the whole system: API, till, jobs")
    .addHelpText("after", settingsHelp())
    .action(serve);
}
