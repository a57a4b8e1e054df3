import { failure, type Result, success } from "@duka/domain";

/** Which engine, and where. */
export type DatabaseTarget =
  | { readonly engine: "sqlite"; readonly path: string }
  | { readonly engine: "postgres" | "mysql"; readonly url: string; readonly connectionsMax: number };

/** Reads DATABASE_URL; without one it is the SQLite file. The message names what is accepted, never the password. */
export function parseDatabaseTarget(
  url: string | undefined,
  defaults: { readonly sqlitePath: string; readonly connectionsMax: number },
): Result<DatabaseTarget, string> {
  if (url === undefined || url === "") return success({ engine: "sqlite", path: defaults.sqlitePath });
  const { connectionsMax } = defaults;
  if (/^postgres(ql)?:\/\//.test(url)) return success({ engine: "postgres", url, connectionsMax });
  if (/^(mysql|mariadb):\/\//.test(url)) {
    return success({ engine: "mysql", url: url.replace(/^mariadb:/, "mysql:"), connectionsMax });
  }
  const path = /^(?:sqlite|file):(?:\/\/)?(.+)$/.exec(url)?.[1];
  if (path !== undefined) return success({ engine: "sqlite", path });
  return failure(
    "must start with postgres://, mysql:// or sqlite: (a file path); leave it out for SQLite in the data folder",
  );
}
