import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, rmSync } from "node:fs";
import { delimiter, join } from "node:path";
import { createConnection, type RowDataPacket } from "mysql2/promise";
import type { DatabaseServer } from "./database-server.ts";
import { startGuarded } from "./guarded-process.ts";
import { findFreePort, makeServerFolder } from "./server-folder.ts";
import { waitUntilReady } from "./wait-until-ready.ts";

/** The path of `mariadbd`; undefined where Debian's mariadb-server is not installed. */
export function findMariadb(): string | undefined {
  // Daemons live in sbin, which is not on everybody's PATH.
  const folders = [...(process.env.PATH ?? "").split(delimiter), "/usr/sbin", "/usr/local/sbin"];
  return folders.map((folder) => join(folder, "mariadbd")).find((file) => existsSync(file));
}

/** Starts a MariaDB of our own on loopback, root without a password, ready in about a second. */
export async function startMariadb(): Promise<DatabaseServer> {
  const program = findMariadb();
  if (program === undefined) throw new Error("No MariaDB here: apt-get install mariadb-server.");
  const folder = makeServerFolder("mariadb", undefined);
  try {
    return await startIn(folder, program);
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw error;
  }
}

async function startIn(folder: string, program: string): Promise<DatabaseServer> {
  const dataFolder = join(folder, "data");
  // MariaDB drops its rights unless told to stay root.
  const user = process.getuid?.() === 0 ? ["--user=root"] : [];
  mkdirSync(dataFolder);
  initialise(dataFolder, user);
  const port = await findFreePort();
  const server = startGuarded({
    command: program,
    args: ["--no-defaults", `--datadir=${dataFolder}`, `--port=${port}`, ...user, ...settings(folder)],
    folder,
    stopSignal: "KILL",
  });
  const url = `mysql://root@127.0.0.1:${port}`;
  let version = "";
  await waitUntilReady(server, async () => {
    version = await askVersion(url);
  });
  return { url, version: `MariaDB ${version}`, stop: server.stop };
}

function initialise(dataFolder: string, user: readonly string[]): void {
  const args = ["--no-defaults", `--datadir=${dataFolder}`, ...user];
  execFileSync("mariadb-install-db", [...args, "--auth-root-authentication-method=normal", "--skip-test-db"], {
    stdio: ["ignore", "ignore", "pipe"],
  });
}

function settings(folder: string): string[] {
  return [
    "--bind-address=127.0.0.1",
    `--socket=${join(folder, "socket")}`,
    `--pid-file=${join(folder, "pid")}`,
    "--skip-name-resolve",
    "--max-connections=200",
    "--character-set-server=utf8mb4",
  ];
}

async function askVersion(url: string): Promise<string> {
  const connection = await createConnection(url);
  try {
    const [rows] = await connection.query<RowDataPacket[]>("select version() as version");
    return String(rows[0]?.version);
  } finally {
    await connection.end();
  }
}
