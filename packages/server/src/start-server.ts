import { existsSync } from "node:fs";
import { join } from "node:path";
import { failure, type Result, success } from "@duka/domain";
import type { FastifyBaseLogger } from "fastify";
import { buildApp } from "./app.ts";
import type { AppContext, Lifecycle } from "./app-context.ts";
import { createJobWorker } from "./background-jobs.ts";
import type { Config } from "./config.ts";
import { type DatabaseTarget, parseDatabaseTarget } from "./database/database-target.ts";
import { findMissingWall } from "./database/find-missing-wall.ts";
import { openDatabase } from "./database/open-database.ts";
import { prepareDatabase } from "./database/prepare-database.ts";
import type { Database } from "./database/schema.ts";
import { takeServeLock } from "./database/serve-lock.ts";
import { newUuid, systemClock, systemRandom } from "./environment.ts";
import type { DukaApp } from "./http/typings.ts";
import { tillDirOf } from "./web/till-pages.ts";

const SQLITE_FILE = "duka.sqlite";

export type RunningServer = {
  readonly port: number;
  /** Where the data is, for people; never a password. */
  readonly databaseName: string;
  readonly hasTill: boolean;
  /** Not ready → stop accepting → finish what runs → close the database. */
  readonly stop: () => Promise<void>;
};

/** Opens and checks everything, then listens. The error is what to tell the operator, one line per problem. */
export async function startServer(config: Config, logger: FastifyBaseLogger): Promise<Result<RunningServer, string>> {
  const target = databaseTargetOf(config);
  if (!target.ok) return target;
  const opened = await openForServing(config, target.value, logger);
  if (!opened.ok) return opened;
  const { db, close } = opened.value;
  try {
    return success(await listen({ config, db, logger, close, databaseName: nameOf(target.value) }));
  } catch (error) {
    await close();
    if (isAddressInUse(error)) return failure(`Port ${config.port} is in use. Stop what uses it, or set PORT.`);
    throw error;
  }
}

/** Where the settings say the data is. */
export function databaseTargetOf({
  databaseUrl,
  dataDir,
  databaseConnectionsMax,
}: Config): Result<DatabaseTarget, string> {
  return parseDatabaseTarget(databaseUrl, {
    sqlitePath: join(dataDir, SQLITE_FILE),
    connectionsMax: databaseConnectionsMax,
  });
}

type OpenedDatabase = { readonly db: Database; readonly close: () => Promise<void> };

async function openForServing(
  config: Config,
  target: DatabaseTarget,
  logger: FastifyBaseLogger,
): Promise<Result<OpenedDatabase, string>> {
  const db = openDatabase(target);
  const lock = target.engine === "sqlite" ? takeServeLock(target.path) : success({ release: () => {} });
  const close = async () => {
    await db.destroy();
    if (lock.ok) lock.value.release();
  };
  const ready = lock.ok
    ? await prepareDatabase(db, {
        newId: () => newUuid(systemClock, systemRandom),
        migratesAutomatically: config.migratesAutomatically,
        onStep: ({ name, durationMs }) => logger.info({ migration: name, durationMs }, "migrated"),
      })
    : lock;
  if (ready.ok) {
    const missingWall = await findMissingWall(db);
    if (missingWall !== undefined) logger.warn(missingWall);
    return success({ db, close });
  }
  await close();
  return ready;
}

type Serving = {
  readonly config: Config;
  readonly db: Database;
  readonly logger: FastifyBaseLogger;
  readonly close: () => Promise<void>;
  readonly databaseName: string;
};

async function listen({ config, db, logger, close, databaseName }: Serving): Promise<RunningServer> {
  const lifecycle: Lifecycle = { isDraining: false };
  const environment = { config, clock: systemClock, random: systemRandom, logger, lifecycle };
  const context: AppContext = { ...environment, db };
  const app = await buildApp({ ...environment, database: db });
  await app.listen({ port: config.port, host: config.host });
  const jobs = createJobWorker(context);
  jobs.start();
  return {
    port: portOf(app),
    databaseName,
    hasTill: existsSync(join(tillDirOf(context), "index.html")),
    stop: async () => {
      lifecycle.isDraining = true;
      await closeWithin(app, config.stopTimeoutMs);
      await jobs.stop();
      await close();
    },
  };
}

/** Lets what runs finish; whoever is still sending after the time is cut off. */
async function closeWithin(app: DukaApp, timeoutMs: number): Promise<void> {
  const cutOff = setTimeout(() => app.server.closeAllConnections(), timeoutMs);
  await app.close();
  clearTimeout(cutOff);
}

function portOf(app: DukaApp): number {
  const address = app.server.address();
  return typeof address === "object" && address !== null ? address.port : 0;
}

function nameOf(target: DatabaseTarget): string {
  return target.engine === "sqlite" ? target.path : `${target.engine}, ${URL.parse(target.url)?.host ?? ""}`;
}

function isAddressInUse(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "EADDRINUSE";
}
