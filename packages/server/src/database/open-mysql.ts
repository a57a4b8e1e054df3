import { CompiledQuery, MysqlDialect } from "kysely";
import { createPool, type TypeCastField, type TypeCastNext } from "mysql2";
import { decodeInteger } from "./decode-integer.ts";

const CONNECT_TIMEOUT_MS = 5_000;
const LOCK_TIMEOUT_SECONDS = 10;

/** MySQL or MariaDB through mysql2: READ COMMITTED, strict mode, the same decoding as PostgreSQL's. */
export function mysqlDialect({ url, connectionsMax }: { readonly url: string; readonly connectionsMax: number }) {
  return new MysqlDialect({
    pool: async () =>
      createPool({
        uri: url,
        connectionLimit: connectionsMax,
        connectTimeout: CONNECT_TIMEOUT_MS,
        charset: "utf8mb4_bin",
        timezone: "Z",
        typeCast,
      }),
    onCreateConnection: async (connection) => {
      for (const statement of [
        "set session transaction isolation level read committed",
        "set session sql_mode = 'STRICT_ALL_TABLES,NO_ZERO_DATE,NO_ZERO_IN_DATE,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION'",
        `set session innodb_lock_wait_timeout = ${LOCK_TIMEOUT_SECONDS}`,
        "set session time_zone = '+00:00'",
      ]) {
        await connection.executeQuery(CompiledQuery.raw(statement));
      }
    },
  });
}

function typeCast(field: TypeCastField, next: TypeCastNext): unknown {
  if (field.type === "DATE") return field.string();
  if (field.type !== "LONGLONG" && field.type !== "NEWDECIMAL") return next();
  const text = field.string();
  return text === null ? null : decodeInteger(text);
}
