import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { FreshDatabase } from "../../servers/fresh-database.ts";
import { findFreePort } from "../../servers/server-folder.ts";
import { ServerProcess } from "../../servers/server-process.ts";

/** Real server processes on one database. */
export type RunningServers = {
  readonly urls: readonly string[];
  /** Lines that a server logged as an error, such as every answer of 500 or more and every batch it had to halve. */
  readonly errors: () => readonly string[];
  readonly stop: () => Promise<void>;
};

const PINO_ERROR = 50;
/** Far fewer than there are clients: a transaction that wanted a second connection would wait for itself. */
const CONNECTIONS_MAX = 3;

/** Starts two servers at once on the database; SQLite takes one. */
export async function startServers({ kind, url }: FreshDatabase): Promise<RunningServers> {
  const folder = mkdtempSync(join(tmpdir(), "duka-concurrency-"));
  const names = kind === "sqlite" ? ["one"] : ["one", "other"];
  const logFiles = names.map((name) => join(folder, `${name}.log`));
  const servers: ServerProcess[] = [];
  for (const logFile of logFiles) {
    servers.push(
      new ServerProcess({
        port: await findFreePort(),
        folder,
        databaseUrl: url,
        connectionsMax: CONNECTIONS_MAX,
        logFile,
      }),
    );
  }
  const stop = async () => {
    await Promise.all(servers.map((server) => server.stop()));
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await Promise.all(servers.map((server) => server.start()));
  } catch (error) {
    const logs = logFiles.map((file) => readFileSync(file, "utf8")).join("\n");
    await stop();
    throw new Error(logs, { cause: error });
  }
  return {
    urls: servers.map((server) => server.url),
    errors: () => logFiles.flatMap((file) => readFileSync(file, "utf8").split("\n").filter(isError)),
    stop,
  };
}

function isError(line: string): boolean {
  const level = /^\{"level":(\d+),/.exec(line)?.[1];
  return level !== undefined && Number(level) >= PINO_ERROR;
}
