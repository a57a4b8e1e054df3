import { DatabaseSync } from "node:sqlite";
import { createConnection } from "mysql2/promise";
import { Client } from "pg";
import type { DatabaseKind } from "./database-kinds.ts";

/** Runs one statement on a connection of its own; the location is a URL, or SQLite's file. */
export async function executeSql(kind: DatabaseKind, location: string, sql: string): Promise<void> {
  await executors[kind](location, sql);
}

const executors = { sqlite: executeOnSqlite, postgres: executeOnPostgres, mysql: executeOnMysql } as const;

async function executeOnSqlite(location: string, sql: string): Promise<void> {
  using file = new DatabaseSync(location);
  file.exec(sql);
}

async function executeOnPostgres(location: string, sql: string): Promise<void> {
  const client = new Client({ connectionString: location });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

async function executeOnMysql(location: string, sql: string): Promise<void> {
  const connection = await createConnection(location);
  try {
    await connection.query(sql);
  } finally {
    await connection.end();
  }
}
