import { execFileSync } from "node:child_process";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { Client } from "pg";
import type { DatabaseServer } from "./database-server.ts";
import { findPostgres, type PostgresBinaries, preparePostgres } from "./find-postgres.ts";
import { startGuarded } from "./guarded-process.ts";
import { findFreePort, makeServerFolder, serverUserId } from "./server-folder.ts";
import { waitUntilReady } from "./wait-until-ready.ts";

const MAX_CONNECTIONS = 200;

/**
 * Starts a PostgreSQL of our own on loopback, without a password, ready in about a second. It syncs to disk like a real
 * one, because Duka refuses to start on a server that does not.
 */
export async function startPostgres(binaries = findPostgres()): Promise<DatabaseServer> {
  if (binaries === undefined) {
    throw new Error("No PostgreSQL here: run npm ci (linux-x64), or apt-get install postgresql.");
  }
  const userId = serverUserId();
  const folder = makeServerFolder("postgres", userId);
  try {
    return await startIn(folder, binaries, userId);
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw error;
  }
}

async function startIn(
  folder: string,
  binaries: PostgresBinaries,
  userId: number | undefined,
): Promise<DatabaseServer> {
  const bin = preparePostgres(binaries, folder, userId);
  const dataFolder = join(folder, "data");
  initialise(bin, dataFolder, userId);
  const port = await findFreePort();
  const server = startGuarded({
    command: join(bin, "postgres"),
    args: ["-D", dataFolder, "-p", String(port), "-h", "127.0.0.1", ...settings()],
    folder,
    // Immediate shutdown; SIGKILL would leave shared memory behind.
    stopSignal: "QUIT",
    ...(userId === undefined ? {} : { userId }),
  });
  const url = `postgres://postgres@127.0.0.1:${port}`;
  let version = "";
  await waitUntilReady(server, async () => {
    version = await askVersion(url);
  });
  return { url, version: `PostgreSQL ${version} (${binaries.source})`, stop: server.stop };
}

function initialise(bin: string, dataFolder: string, userId: number | undefined): void {
  const args = ["-D", dataFolder, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync"];
  execFileSync(join(bin, "initdb"), args, {
    cwd: "/",
    stdio: ["ignore", "ignore", "pipe"],
    ...(userId === undefined ? {} : { uid: userId, gid: userId }),
  });
}

function settings(): string[] {
  const values = { unix_socket_directories: "", max_connections: MAX_CONNECTIONS, timezone: "UTC" };
  return Object.entries(values).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
}

async function askVersion(url: string): Promise<string> {
  const client = new Client({ connectionString: `${url}/postgres` });
  await client.connect();
  try {
    const answer = await client.query<{ server_version: string }>("show server_version");
    return answer.rows[0]?.server_version ?? "of unknown version";
  } finally {
    await client.end();
  }
}
