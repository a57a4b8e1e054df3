import { randomInt } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type FreshDatabase, openFreshDatabase } from "../servers/fresh-database.ts";
import { isRight } from "./check.ts";
import { type ReplayOptions, readOptions, USAGE } from "./options.ts";
import { Progress } from "./progress.ts";
import { runReplay } from "./run-replay.ts";
import { summaryText } from "./summary.ts";

// `npm run replay`: see USAGE.

const SEED_MAX = 1_000_000;
const EXIT_FAILED = 1;
const EXIT_WRONG_OPTIONS = 2;

process.exitCode = await main();

async function main(): Promise<number> {
  const options = readOptionsOrSay();
  if (options === undefined) return EXIT_WRONG_OPTIONS;
  if (options === "help") {
    console.log(USAGE);
    return 0;
  }
  return await replay(options);
}

function readOptionsOrSay(): ReplayOptions | "help" | undefined {
  try {
    return readOptions(process.argv.slice(2), randomInt(1, SEED_MAX));
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : String(error)}\n\n${USAGE}`);
    return undefined;
  }
}

async function replay(options: ReplayOptions): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), "duka-replay-"));
  const progress = new Progress(process.stdout, () => performance.now());
  const again = commandOf(options);
  progress.announce(`replay with seed ${options.seed} in ${folder}`);
  const startedMs = performance.now();
  let database: FreshDatabase | undefined;
  try {
    database = await openOwnDatabase(options);
    const databaseUrl = database?.url ?? options.databaseUrl;
    const result = await runReplay({ options: { ...options, databaseUrl }, folder, progress });
    progress.announce(summaryText(result, performance.now() - startedMs));
    if (result.checks.every(isRight)) {
      if (!options.keepsFiles) rmSync(folder, { recursive: true, force: true });
      return 0;
    }
    progress.announce(`\nA promise is broken. Everything is in ${folder}. Again: ${again}`);
  } catch (error) {
    progress.announce(`\nThe replay could not finish: ${error instanceof Error ? error.stack : String(error)}`);
    progress.announce(`Everything is in ${folder}. Again: ${again}`);
  } finally {
    await database?.drop();
  }
  return EXIT_FAILED;
}

async function openOwnDatabase({ database, databaseUrl }: ReplayOptions): Promise<FreshDatabase | undefined> {
  if (database === "sqlite" || databaseUrl !== undefined) return undefined;
  return await openFreshDatabase(database);
}

function commandOf({ seed, slice, database }: ReplayOptions): string {
  const choices = [
    `--seed ${seed}`,
    ...(slice === undefined ? [] : [`--slice ${slice}`]),
    ...(database === "sqlite" ? [] : [`--database ${database}`]),
  ];
  return `npm run replay -- ${choices.join(" ")}`;
}
