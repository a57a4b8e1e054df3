import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { type Dialect, Kysely } from "kysely";
import type { DatabaseTarget } from "./database-target.ts";
import { mysqlDialect } from "./open-mysql.ts";
import { postgresDialect } from "./open-postgres.ts";
import type { Database, Tables } from "./schema.ts";
import { NodeSqliteDialect } from "./sqlite-driver.ts";
import { openSqliteFile } from "./sqlite-file.ts";
import { TenantGuard } from "./tenant-guard.ts";

/** Opens the database with the tenant guard in place. Checks nothing else: see `prepareDatabase`. */
export function openDatabase(target: DatabaseTarget): Database {
  return new Kysely<Tables>({ dialect: dialectFor(target), plugins: [new TenantGuard()] });
}

/**
 * The operator's path across shops: no tenant guard. For migrations, metrics, audits and claiming jobs; never for
 * anything that a request of a shop can reach.
 */
export function acrossShops(db: Database): Database {
  return db.withoutPlugins();
}

function dialectFor(target: DatabaseTarget): Dialect {
  if (target.engine === "sqlite") {
    mkdirSync(dirname(target.path), { recursive: true });
    return new NodeSqliteDialect(openSqliteFile(target.path));
  }
  return target.engine === "postgres" ? postgresDialect(target) : mysqlDialect(target);
}
