import { chooseDatabases, reportUntested } from "./database-kinds.ts";
import type { DatabaseServer } from "./database-server.ts";
import { SERVER_VARIABLES } from "./fresh-database.ts";
import { startMariadb } from "./start-mariadb.ts";
import { startPostgres } from "./start-postgres.ts";

/** Vitest calls this once before the workers start: it starts each server, and tells the workers by environment. */
export default async function startServers(): Promise<() => Promise<void>> {
  const choice = chooseDatabases();
  reportUntested(choice);
  const starts: Promise<DatabaseServer>[] = [];
  if (choice.tested.includes("postgres")) starts.push(startShared(SERVER_VARIABLES.postgres, () => startPostgres()));
  if (choice.tested.includes("mysql")) starts.push(startShared(SERVER_VARIABLES.mysql, startMariadb));
  const servers = await Promise.all(starts);
  console.log(`Databases: ${["SQLite (node:sqlite)", ...servers.map((server) => server.version)].join(", ")}`);
  return async () => {
    await Promise.all(servers.map((server) => server.stop()));
  };
}

async function startShared(variable: string, start: () => Promise<DatabaseServer>): Promise<DatabaseServer> {
  const server = await start();
  process.env[variable] = server.url;
  return server;
}
