import { CompiledQuery, PostgresDialect } from "kysely";
import { Pool, types } from "pg";
import { decodeInteger } from "./decode-integer.ts";

const CONNECT_TIMEOUT_MS = 5_000;
/** No statement of ours takes longer; a lock that is held so long means trouble elsewhere. */
const LOCK_TIMEOUT_MS = 10_000;

/** PostgreSQL through pg: 64-bit integers and sums as safe-integer numbers, dates as 'YYYY-MM-DD'. */
export function postgresDialect({ url, connectionsMax }: { readonly url: string; readonly connectionsMax: number }) {
  return new PostgresDialect({
    pool: async () => {
      const pool = new Pool({
        connectionString: url,
        max: connectionsMax,
        connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
        application_name: "duka",
        types: { getTypeParser },
      });
      // An idle connection that the server closes is replaced at the next use; without a listener it ends the process.
      pool.on("error", () => {});
      return pool;
    },
    onCreateConnection: async (connection) => {
      await connection.executeQuery(CompiledQuery.raw(`set lock_timeout = ${LOCK_TIMEOUT_MS}`));
      await connection.executeQuery(CompiledQuery.raw("set timezone = 'UTC'"));
    },
  });
}

const decodeText = (text: string): string => text;

const DECODERS: ReadonlyMap<number, (text: string) => unknown> = new Map<number, (text: string) => unknown>([
  [types.builtins.INT8, decodeInteger],
  [types.builtins.NUMERIC, decodeInteger],
  [types.builtins.DATE, decodeText],
]);

/** pg calls this per column; every value here is in text format, because the driver never asks for binary. */
function getTypeParser(oid: number): (text: string) => unknown {
  return DECODERS.get(oid) ?? types.getTypeParser(oid, "text");
}
