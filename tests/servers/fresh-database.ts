import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { DatabaseKind } from "./database-kinds.ts";
import type { DatabaseServer } from "./database-server.ts";
import { executeSql } from "./execute-sql.ts";
import { startMariadb } from "./start-mariadb.ts";
import { startPostgres } from "./start-postgres.ts";

/** An empty database of one's own. */
export interface FreshDatabase {
  readonly kind: DatabaseKind;
  /** What DATABASE_URL takes: `postgres://…`, `mysql://…`, or `sqlite:` and a file that does not exist yet. */
  readonly url: string;
  /** Removes it; connections to it must be closed. */
  drop(): Promise<void>;
}

type ServerKind = Exclude<DatabaseKind, "sqlite">;

/** Addresses of servers that the test run started for all its workers (see global-setup.ts). */
export const SERVER_VARIABLES = { postgres: "DUKA_TEST_POSTGRES_URL", mysql: "DUKA_TEST_MYSQL_URL" } as const;

const startServer = { postgres: () => startPostgres(), mysql: startMariadb } as const;
const ownServers = new Map<ServerKind, Promise<DatabaseServer>>();

/** Makes an empty database, on the run's server if it started one, else on one that lives as long as this process. */
export async function openFreshDatabase(kind: DatabaseKind): Promise<FreshDatabase> {
  if (kind === "sqlite") return openFreshFile();
  const serverUrl = process.env[SERVER_VARIABLES[kind]] ?? (await ownServer(kind)).url;
  const name = `duka_test_${randomBytes(6).toString("hex")}`;
  const adminUrl = kind === "postgres" ? `${serverUrl}/postgres` : serverUrl;
  await executeSql(kind, adminUrl, `create database ${name}`);
  return {
    kind,
    url: `${serverUrl}/${name}`,
    drop: () => executeSql(kind, adminUrl, `drop database ${name}${kind === "postgres" ? " with (force)" : ""}`),
  };
}

function openFreshFile(): FreshDatabase {
  const folder = mkdtempSync(join(tmpdir(), "duka-sqlite-"));
  return {
    kind: "sqlite",
    url: `sqlite:${join(folder, "duka.sqlite")}`,
    drop: async () => rmSync(folder, { recursive: true, force: true }),
  };
}

function ownServer(kind: ServerKind): Promise<DatabaseServer> {
  const running = ownServers.get(kind) ?? startServer[kind]();
  ownServers.set(kind, running);
  return running;
}
