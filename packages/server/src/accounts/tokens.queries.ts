import type { Database, TokensTable, Trx, UsersTable } from "../database/schema.ts";

export type TokenWithUser = TokensTable & Pick<UsersTable, "username">;

export async function insertToken(trx: Trx, token: TokensTable): Promise<void> {
  await trx.insertInto("tokens").values(token).execute();
}

export async function findToken(db: Database, tokenHash: string): Promise<TokenWithUser | undefined> {
  return await db
    .selectFrom("tokens")
    .innerJoin("users", "users.id", "tokens.user_id")
    .selectAll("tokens")
    .select("users.username")
    .where("tokens.token_hash", "=", tokenHash)
    .executeTakeFirst();
}

/** Notes a use, unless another process has done so since `staleMs`. */
export async function touchToken(
  db: Database,
  tokenHash: string,
  use: { readonly nowMs: number; readonly staleMs: number; readonly expiresAtMs: number | null },
): Promise<void> {
  await db
    .updateTable("tokens")
    .set({ last_used_at_ms: use.nowMs, expires_at_ms: use.expiresAtMs })
    .where("token_hash", "=", tokenHash)
    .where("last_used_at_ms", "<=", use.staleMs)
    .execute();
}

export async function revokeToken(db: Database, tokenHash: string, nowMs: number): Promise<void> {
  await db
    .updateTable("tokens")
    .set({ revoked_at_ms: nowMs })
    .where("token_hash", "=", tokenHash)
    .where("revoked_at_ms", "is", null)
    .execute();
}
