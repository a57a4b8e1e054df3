import { DatabaseSync } from "node:sqlite";
import { createConnection } from "mysql2/promise";
import { Client } from "pg";
import type { DatabaseKind } from "./database-kinds.ts";

/** Runs one statement on a connection of its own. */
export async function executeSql(kind: DatabaseKind, url: string, sql: string): Promise<void> {
  await executors[kind](url, sql);
}

const executors = { sqlite: executeOnSqlite, postgres: executeOnPostgres, mysql: executeOnMysql } as const;

async function executeOnSqlite(url: string, sql: string): Promise<void> {
  using file = new DatabaseSync(url.replace(/^sqlite:/, ""));
  file.exec(sql);
}

async function executeOnPostgres(url: string, sql: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

async function executeOnMysql(url: string, sql: string): Promise<void> {
  const connection = await createConnection(url);
  try {
    await connection.query(sql);
  } finally {
    await connection.end();
  }
}
