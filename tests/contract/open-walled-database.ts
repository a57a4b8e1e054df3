import { spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { fileURLToPath } from "node:url";
import { parseDatabaseTarget } from "../../packages/server/src/database/database-target.ts";
import { openDatabase } from "../../packages/server/src/database/open-database.ts";
import type { Database } from "../../packages/server/src/database/schema.ts";
import { executeSql } from "../servers/execute-sql.ts";
import { openFreshDatabase } from "../servers/fresh-database.ts";

const CONNECTIONS_MAX = 4;
const DUKA = fileURLToPath(new URL("../../packages/cli/bin/duka.mjs", import.meta.url));

/** One PostgreSQL database as it should run in production: a role that owns it, and a role that serves and owns nothing. */
export type WalledDatabase = {
  /** As an administrator, whom no wall stops. */
  readonly admin: Database;
  readonly owner: Database;
  readonly application: Database;
  readonly drop: () => Promise<void>;
};

export async function openWalledDatabase(): Promise<WalledDatabase> {
  const fresh = await openFreshDatabase("postgres");
  const suffix = randomBytes(4).toString("hex");
  const [ownerRole, applicationRole] = [`duka_owner_${suffix}`, `duka_app_${suffix}`];
  const administer = (statement: string) => executeSql("postgres", fresh.url, statement);
  for (const role of [ownerRole, applicationRole]) await administer(`create role ${role} login`);
  await administer(`alter database ${databaseNameOf(fresh.url)} owner to ${ownerRole}`);
  const [ownerUrl, applicationUrl] = [urlAs(fresh.url, ownerRole), urlAs(fresh.url, applicationRole)];
  migrateByCommand({ ownerUrl, applicationUrl });
  const [admin, owner, application] = [open(fresh.url), open(ownerUrl), open(applicationUrl)];
  return {
    admin,
    owner,
    application,
    drop: async () => {
      await Promise.all([admin.destroy(), owner.destroy(), application.destroy()]);
      // What belongs to the roles goes first; roles outlive databases.
      await administer(`drop owned by ${applicationRole}`);
      await fresh.drop();
      await dropRoles(fresh.url, [ownerRole, applicationRole]);
    },
  };
}

/** As an operator does it; the command also grants to the role that serves. */
function migrateByCommand({
  ownerUrl,
  applicationUrl,
}: {
  readonly ownerUrl: string;
  readonly applicationUrl: string;
}): void {
  const env = { PATH: process.env["PATH"], DATABASE_URL: applicationUrl, DATABASE_OWNER_URL: ownerUrl };
  const { status, stderr } = spawnSync(process.execPath, [DUKA, "migrate", "up"], { env, encoding: "utf8" });
  if (status !== 0) throw new Error(stderr);
}

async function dropRoles(url: string, roles: readonly string[]): Promise<void> {
  const server = new URL(url);
  server.pathname = "/postgres";
  for (const role of roles) await executeSql("postgres", server.href, `drop role ${role}`);
}

function open(url: string): Database {
  const target = parseDatabaseTarget(url, { sqlitePath: "", connectionsMax: CONNECTIONS_MAX });
  if (!target.ok) throw new Error(target.error);
  return openDatabase(target.value);
}

function urlAs(url: string, role: string): string {
  const changed = new URL(url);
  changed.username = role;
  return changed.href;
}

function databaseNameOf(url: string): string {
  return new URL(url).pathname.slice(1);
}
