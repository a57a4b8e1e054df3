import { MysqlAdapter, PostgresAdapter, type QueryExecutorProvider, type RawBuilder, sql } from "kysely";

/**
 * Everything in which the three engines differ, as named capabilities. Code asks for a capability, never for a name;
 * `dialectOf(db)` finds them from any Kysely handle, also inside a transaction.
 */
export type DialectCapabilities = {
  readonly name: "sqlite" | "postgres" | "mysql";
  readonly columns: ColumnTypes;
  /** Said at the end of CREATE TABLE. */
  readonly tableSuffix: RawBuilder<unknown> | undefined;
  /** Whether a migration that fails is undone as a whole; MySQL commits each statement of it by itself. */
  readonly hasTransactionalDdl: boolean;
  /** Whether rows are locked with FOR UPDATE; on SQLite the transaction already holds the only write lock. */
  readonly locksRows: boolean;
  /** An integer as decimal text: sums may be larger than a number holds exactly. */
  readonly integerText: (column: string) => RawBuilder<string>;
  readonly upsert: "on_conflict" | "on_duplicate_key";
  /** The most parameters one statement may carry. */
  readonly parametersMax: number;
  /** Whether one commit may hold several shops, to share its fsync. */
  readonly commitsManyShops: boolean;
  /** Whether the shop of a transaction is also told to the database, for row-level security. */
  readonly hasRowLevelSecurity: boolean;
};

/** Column types with the same meaning everywhere; texts compare by code point on all engines. */
export type ColumnTypes = {
  readonly uuid: RawBuilder<unknown>;
  /** 64 bits. */
  readonly integer: RawBuilder<unknown>;
  readonly boolean: RawBuilder<unknown>;
  readonly date: RawBuilder<unknown>;
  /** Hashes and code words: ASCII only. */
  readonly ascii: (lengthMax: number) => RawBuilder<unknown>;
  readonly text: (lengthMax: number) => RawBuilder<unknown>;
  readonly longText: RawBuilder<unknown>;
};

const castToText = (column: string) => sql<string>`cast(${sql.ref(column)} as text)`;
const castToChar = (column: string) => sql<string>`cast(${sql.ref(column)} as char)`;

const sqlite: DialectCapabilities = {
  name: "sqlite",
  columns: {
    uuid: sql`text`,
    integer: sql`integer`,
    boolean: sql`integer`,
    date: sql`text`,
    ascii: () => sql`text`,
    text: () => sql`text`,
    longText: sql`text`,
  },
  tableSuffix: sql`strict`,
  hasTransactionalDdl: true,
  locksRows: false,
  integerText: castToText,
  upsert: "on_conflict",
  parametersMax: 32_000,
  commitsManyShops: true,
  hasRowLevelSecurity: false,
};

const postgres: DialectCapabilities = {
  name: "postgres",
  columns: {
    uuid: sql`uuid`,
    integer: sql`bigint`,
    boolean: sql`smallint`,
    date: sql`date`,
    ascii: (lengthMax) => sql`varchar(${sql.lit(lengthMax)}) collate "C"`,
    text: (lengthMax) => sql`varchar(${sql.lit(lengthMax)}) collate "C"`,
    longText: sql`text collate "C"`,
  },
  tableSuffix: undefined,
  hasTransactionalDdl: true,
  locksRows: true,
  integerText: castToText,
  upsert: "on_conflict",
  parametersMax: 60_000,
  commitsManyShops: false,
  hasRowLevelSecurity: true,
};

const mysql: DialectCapabilities = {
  name: "mysql",
  columns: {
    uuid: sql`char(36) character set ascii collate ascii_bin`,
    integer: sql`bigint`,
    boolean: sql`smallint`,
    date: sql`date`,
    ascii: (lengthMax) => sql`varchar(${sql.lit(lengthMax)}) character set ascii collate ascii_bin`,
    text: (lengthMax) => sql`varchar(${sql.lit(lengthMax)}) character set utf8mb4 collate utf8mb4_bin`,
    longText: sql`longtext character set utf8mb4 collate utf8mb4_bin`,
  },
  tableSuffix: sql`engine = InnoDB`,
  hasTransactionalDdl: false,
  locksRows: true,
  integerText: castToChar,
  upsert: "on_duplicate_key",
  parametersMax: 60_000,
  commitsManyShops: false,
  hasRowLevelSecurity: false,
};

/** The capabilities of the engine behind a Kysely handle, whatever its table types. */
export function dialectOf(db: QueryExecutorProvider): DialectCapabilities {
  const { adapter } = db.getExecutor();
  if (adapter instanceof PostgresAdapter) return postgres;
  return adapter instanceof MysqlAdapter ? mysql : sqlite;
}
