import type { Insertable } from "kysely";
import { sql } from "kysely";
import { dialectOf } from "./dialect.ts";
import type { Tables, Trx } from "./schema.ts";

type TableName = keyof Tables;
type Row<Table extends TableName> = Insertable<Tables[Table]>;
type ColumnOf<Table extends TableName> = keyof Tables[Table] & string;

/** Inserts any number of rows, in as few statements as the engine's parameter limit allows. All rows have the same columns. */
export async function insertRows<Table extends TableName>(
  trx: Trx,
  table: Table,
  rows: readonly Row<Table>[],
): Promise<void> {
  for (const chunk of chunksOf(trx, rows)) await trx.insertInto(table).values(chunk).execute();
}

/** What an upsert does with a row whose key is taken. */
export type OnTaken<Table extends TableName> = {
  readonly key: readonly ColumnOf<Table>[];
  /** Columns that take the new value. */
  readonly replace?: readonly ColumnOf<Table>[];
  /** Columns to which the new value is added. */
  readonly add?: readonly ColumnOf<Table>[];
};

/** Inserts rows, or changes those whose key is taken. With neither `replace` nor `add`, taken keys are left as they are. */
export async function upsertRows<Table extends TableName>(
  trx: Trx,
  table: Table,
  rows: readonly Row<Table>[],
  onTaken: OnTaken<Table>,
): Promise<void> {
  for (const chunk of chunksOf(trx, rows)) {
    const insert = trx.insertInto(table).values(chunk);
    const clause = dialectOf(trx).upsert === "on_conflict" ? onConflict(table, onTaken) : onDuplicateKey(onTaken);
    await insert.modifyEnd(clause).execute();
  }
}

function onConflict<Table extends TableName>(table: Table, { key, replace = [], add = [] }: OnTaken<Table>) {
  const keys = sql.join(key.map((column) => sql.ref(column)));
  const changes = [
    ...replace.map((column) => sql`${sql.ref(column)} = ${sql.ref(`excluded.${column}`)}`),
    ...add.map(
      (column) => sql`${sql.ref(column)} = ${sql.ref(`${table}.${column}`)} + ${sql.ref(`excluded.${column}`)}`,
    ),
  ];
  if (changes.length === 0) return sql`on conflict (${keys}) do nothing`;
  return sql`on conflict (${keys}) do update set ${sql.join(changes)}`;
}

function onDuplicateKey<Table extends TableName>({ key, replace = [], add = [] }: OnTaken<Table>) {
  const changes = [
    ...replace.map((column) => sql`${sql.ref(column)} = values(${sql.ref(column)})`),
    ...add.map((column) => sql`${sql.ref(column)} = ${sql.ref(column)} + values(${sql.ref(column)})`),
  ];
  // Setting a key column to itself is MySQL's way to do nothing without hiding other errors, as IGNORE would.
  const unchanged = key.slice(0, 1).map((column) => sql`${sql.ref(column)} = ${sql.ref(column)}`);
  return sql`on duplicate key update ${sql.join(changes.length === 0 ? unchanged : changes)}`;
}

function chunksOf<R extends object>(trx: Trx, rows: readonly R[]): readonly R[][] {
  const columnCount = Math.max(1, ...rows.slice(0, 1).map((row) => Object.keys(row).length));
  const rowsMax = Math.floor(dialectOf(trx).parametersMax / columnCount);
  const chunks: R[][] = [];
  for (let start = 0; start < rows.length; start += rowsMax) chunks.push(rows.slice(start, start + rowsMax));
  return chunks;
}
