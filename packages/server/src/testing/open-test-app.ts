import { randomBytes } from "node:crypto";
import { pino } from "pino";
import { buildApp } from "../app.ts";
import { type Config, defaultConfig } from "../config.ts";
import { ensureInstallation } from "../database/installation.ts";
import type { Database } from "../database/schema.ts";
import type { Clock, Random } from "../environment.ts";
import type { DukaApp } from "../http/typings.ts";
import { openTestDatabase } from "./open-test-database.ts";
import { recordAnswers } from "./record-answers.ts";

/** A clock that stands still until it is moved. */
export type TestClock = Clock & { readonly advance: (ms: number) => void };

export type TestApp = {
  readonly app: DukaApp;
  readonly db: Database;
  readonly clock: TestClock;
  /** Log lines of level error so far; a test that provokes one empties it. */
  readonly errorLines: string[];
  readonly close: () => Promise<void>;
};

export type TestAppOptions = {
  readonly config?: Partial<Config>;
  /** A migrated database of any engine; else a fresh SQLite file. Whoever passes one closes it. */
  readonly database?: Database;
};

const START_MS = Date.parse("2026-01-31T14:30:00.000Z");
const random: Random = { bytes: (length) => randomBytes(length) };

/** The whole app on a real database, without a port: `app.inject` it. Nothing in it is faked but the clock. */
export async function openTestApp({ config = {}, database }: TestAppOptions = {}): Promise<TestApp> {
  const own = database === undefined ? await openTestDatabase() : undefined;
  const db = database ?? own?.db;
  if (db === undefined) throw new Error("There is always a database.");
  const clock = testClock();
  const errorLines: string[] = [];
  const logger = pino({ level: "error" }, { write: (line) => void errorLines.push(line) });
  const settings = defaultConfig({ requestsPerMinuteMax: 0, ...config });
  await ensureInstallation(db, () => crypto.randomUUID());
  const app = await buildApp({ config: settings, database: db, clock, random, logger });
  recordAnswers(app);
  return {
    app,
    db,
    clock,
    errorLines,
    close: async () => {
      await app.close();
      await own?.close();
    },
  };
}

function testClock(): TestClock {
  let nowMs = START_MS;
  return {
    nowMs: () => nowMs,
    advance: (ms) => {
      nowMs += ms;
    },
  };
}
