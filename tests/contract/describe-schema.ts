import { type RawBuilder, sql } from "kysely";
import { dialectOf } from "../../packages/server/src/database/dialect.ts";
import { acrossShops } from "../../packages/server/src/database/open-database.ts";
import type { Database } from "../../packages/server/src/database/schema.ts";

/** Everything that the migrations built, as text that is the same on every machine; Kysely's own tables left out. */
export async function describeSchema(db: Database): Promise<string> {
  const parts = await DESCRIBERS[dialectOf(db).name](acrossShops(db));
  return parts.map((part) => `${part.trim()}\n`).join("\n");
}

const DESCRIBERS = { sqlite: describeSqlite, postgres: describePostgres, mysql: describeMysql } as const;

async function describeSqlite(db: Database): Promise<readonly string[]> {
  return await read(
    db,
    sql`select sql || ';' as line from sqlite_schema where sql is not null and tbl_name not like 'kysely%'
        order by tbl_name, type desc, name`,
  );
}

async function describeMysql(db: Database): Promise<readonly string[]> {
  const tables = await read(
    db,
    sql`select table_name as line from information_schema.tables
        where table_schema = database() and table_name not like 'kysely%' order by binary table_name`,
  );
  const parts: string[] = [];
  for (const table of tables) {
    const { rows } = await sql<Record<string, string>>`show create table ${sql.table(table)}`.execute(db);
    // How the house sets its default character set is its own affair: every text column states its own.
    parts.push(`${rows[0]?.["Create Table"]?.replace(/^\) ENGINE=(\w+).*$/m, ") ENGINE=$1")};`);
  }
  return parts;
}

/** From the catalogue, for pg_dump differs from version to version. */
async function describePostgres(db: Database): Promise<readonly string[]> {
  const tables = await read(
    db,
    sql`select relname as line from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'v', 'm', 'S')
        and relname not like 'kysely%' order by relname`,
  );
  const parts: string[] = [];
  for (const table of tables) parts.push([`table ${table}`, ...(await describePostgresTable(db, table))].join("\n"));
  return parts;
}

async function describePostgresTable(db: Database, table: string): Promise<readonly string[]> {
  const relation = sql`${`public.${table}`}::regclass`;
  const lines = [
    sql`select attname || ' ' || format_type(atttypid, atttypmod) || coalesce(' collate ' || collname, '')
               || case when attnotnull then ' not null' else '' end as line
        from pg_attribute left join pg_collation on pg_collation.oid = attcollation
        where attrelid = ${relation} and attnum > 0 and not attisdropped order by attnum`,
    sql`select 'constraint ' || conname || ' ' || pg_get_constraintdef(oid) as line
        from pg_constraint where conrelid = ${relation} and contype <> 'n' order by conname`,
    sql`select pg_get_indexdef(indexrelid) as line from pg_index where indrelid = ${relation} order by indexrelid::regclass::text`,
    sql`select 'row level security' || case when relforcerowsecurity then ', forced' else '' end as line
        from pg_class where oid = ${relation} and relrowsecurity`,
    // The owner's name is the house's own.
    sql`select 'policy ' || polname || ' for ' || polcmd::text || ' to ' || case when polroles = '{0}' then 'public' else 'the owner' end
               || ' using ' || pg_get_expr(polqual, polrelid) || ' with check ' || pg_get_expr(polwithcheck, polrelid) as line
        from pg_policy where polrelid = ${relation} order by polname`,
    sql`select 'trigger ' || tgname as line from pg_trigger where tgrelid = ${relation} and not tgisinternal order by tgname`,
  ];
  const described: string[] = [];
  for (const statement of lines) described.push(...(await read(db, statement)).map((line) => `  ${line}`));
  return described;
}

async function read(db: Database, statement: RawBuilder<unknown>): Promise<readonly string[]> {
  const { rows } = await statement.execute(db);
  // Every statement here selects one text called line.
  return (rows as readonly { readonly line: string }[]).map(({ line }) => line);
}
