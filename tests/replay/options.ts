import { parseArgs } from "node:util";
import { DATABASE_KINDS, type DatabaseKind } from "../servers/database-kinds.ts";

export type ReplayOptions = {
  readonly seed: number;
  /** So many invoices, spread over the two weeks; undefined: all. */
  readonly slice: number | undefined;
  /** An engine that the replay brings up itself; SQLite lies in the replay's own folder. */
  readonly database: DatabaseKind;
  /** A database that is there already, instead. */
  readonly databaseUrl: string | undefined;
  readonly isCalm: boolean;
  readonly keepsFiles: boolean;
};

export const USAGE = `npm run replay -- [options]

Sells two weeks of a real shop (1,052 invoices, 28,007 lines) on five unreliable tills, and asserts that
nothing was lost, nothing counted twice and every figure is exact.

  --seed N            which faults strike whom and when (default: random, printed)
  --slice N           only N invoices, spread over the two weeks, of the products they sell
  --database ENGINE   sqlite (default), postgres or mysql: a server of the replay's own, gone afterwards
  --database-url URL  postgres://… or mysql://…: an empty database that is there already
  --calm              no faults: how long the work itself takes
  --keep              leave the temporary folder behind
  --help

The seed fixes every draw; the tills and the server are real processes, so their interleaving still varies.
Exit code 0: every check passed. 1: a check failed, or the replay could not finish. 2: wrong options.`;

/** Throws an `Error` whose message says what is wrong with the arguments; "help" when help was asked for. */
export function readOptions(args: readonly string[], randomSeed: number): ReplayOptions | "help" {
  const { values } = parseArgs({
    args: [...args],
    options: {
      seed: { type: "string" },
      slice: { type: "string" },
      database: { type: "string" },
      "database-url": { type: "string" },
      calm: { type: "boolean", default: false },
      keep: { type: "boolean", default: false },
      help: { type: "boolean", default: false },
    },
  });
  if (values.help) return "help";
  return {
    seed: readWhole("--seed", values.seed) ?? randomSeed,
    slice: readWhole("--slice", values.slice),
    database: readDatabase(values.database, values["database-url"]),
    databaseUrl: values["database-url"],
    isCalm: values.calm,
    keepsFiles: values.keep,
  };
}

function readWhole(name: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new Error(`${name} takes a whole number above 0, not "${text}".`);
  return Number(text);
}

function readDatabase(text = "sqlite", url?: string): DatabaseKind {
  const kind = DATABASE_KINDS.find((known) => known === text);
  if (kind === undefined) throw new Error(`--database takes one of ${DATABASE_KINDS.join(", ")}, not "${text}".`);
  if (url !== undefined && kind !== "sqlite") throw new Error("--database and --database-url exclude each other.");
  return kind;
}
