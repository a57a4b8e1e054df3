import { DatabaseError as PostgresError } from "pg";

/** What a failed statement means for the caller, told by SQLSTATE or error number, never by text or constraint name. */
export type DatabaseFailure =
  /** The transaction was rolled back through no fault of its own: deadlock, serialisation, lock time-out. */
  | "retry"
  /** The connection is gone; before COMMIT nothing happened, during COMMIT nobody knows. */
  | "connection_lost"
  /** A unique key is taken. Under the shop's lock this must never happen for tenant rows. */
  | "unique"
  /** Disk full, I/O error, too many connections: the database cannot write now. */
  | "unavailable"
  | "other";

const POSTGRES_FAILURES: Readonly<Record<string, DatabaseFailure>> = {
  "40001": "retry",
  "40P01": "retry",
  "55P03": "retry",
  "23505": "unique",
  "53100": "unavailable",
  "53200": "unavailable",
  "53300": "unavailable",
  "58030": "unavailable",
  "57P01": "connection_lost",
  "57P02": "connection_lost",
  "57P03": "connection_lost",
};

const MYSQL_FAILURES: Readonly<Record<number, DatabaseFailure>> = {
  1020: "retry",
  1205: "retry",
  1213: "retry",
  1062: "unique",
  1021: "unavailable",
  1040: "unavailable",
  1114: "unavailable",
  1053: "connection_lost",
  1927: "connection_lost",
  2006: "connection_lost",
  2013: "connection_lost",
};

/** SQLite's primary result codes. */
const SQLITE_FAILURES: Readonly<Record<number, DatabaseFailure>> = {
  5: "retry",
  6: "retry",
  10: "unavailable",
  13: "unavailable",
  14: "unavailable",
};
const SQLITE_BUSY = 5;
const SQLITE_CONSTRAINT_UNIQUE = 2067;
const SQLITE_CONSTRAINT_PRIMARYKEY = 1555;

const CONNECTION_CODES: ReadonlySet<string> = new Set([
  "ECONNREFUSED",
  "ECONNRESET",
  "EPIPE",
  "ETIMEDOUT",
  "ENOTFOUND",
  "EAI_AGAIN",
  "PROTOCOL_CONNECTION_LOST",
  "PROTOCOL_ENQUEUE_AFTER_FATAL_ERROR",
]);

export function databaseFailureOf(error: unknown): DatabaseFailure {
  if (!(error instanceof Error)) return "other";
  if (error instanceof PostgresError) return postgresFailureOf(error);
  if ("errcode" in error && typeof error.errcode === "number") return sqliteFailureOf(error.errcode);
  if ("code" in error && typeof error.code === "string" && CONNECTION_CODES.has(error.code)) return "connection_lost";
  if ("sqlState" in error && "errno" in error && typeof error.errno === "number") {
    return MYSQL_FAILURES[error.errno] ?? "other";
  }
  // pg reports a broken or refused connection as a plain Error without a code.
  return /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error)/.test(
    error.message,
  )
    ? "connection_lost"
    : "other";
}

export function isSqliteBusy(error: unknown): boolean {
  return error instanceof Error && "errcode" in error && sqlitePrimaryCode(error.errcode) === SQLITE_BUSY;
}

function postgresFailureOf(error: PostgresError): DatabaseFailure {
  const code = error.code ?? "";
  if (code.startsWith("08")) return "connection_lost";
  // Citus: a two-phase commit that did not come about; nothing was committed.
  if (code === "XX000" && error.message.startsWith("could not commit")) return "retry";
  return POSTGRES_FAILURES[code] ?? "other";
}

function sqliteFailureOf(code: number): DatabaseFailure {
  if (code === SQLITE_CONSTRAINT_UNIQUE || code === SQLITE_CONSTRAINT_PRIMARYKEY) return "unique";
  return SQLITE_FAILURES[sqlitePrimaryCode(code)] ?? "other";
}

/** SQLite puts details in the upper bits. */
function sqlitePrimaryCode(code: unknown): number {
  return typeof code === "number" ? code & 0xff : 0;
}
