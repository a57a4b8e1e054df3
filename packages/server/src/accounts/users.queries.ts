import { dialectOf } from "../database/dialect.ts";
import type { Database, MemberRole, ShopsTable, Trx, UsersTable } from "../database/schema.ts";
import { upsertRows } from "../database/write-rows.ts";

const USERS_COUNTER = "users";

export async function findUserByName(db: Database, usernameKey: string): Promise<UsersTable | undefined> {
  return await db.selectFrom("users").selectAll().where("username_key", "=", usernameKey).executeTakeFirst();
}

export async function findUser(db: Database, userId: number): Promise<UsersTable | undefined> {
  return await db.selectFrom("users").selectAll().where("id", "=", userId).executeTakeFirst();
}

/** Which of the two is taken, if any. */
export async function findTaken(
  db: Pick<Database, "selectFrom">,
  keys: { readonly usernameKey: string; readonly emailKey: string },
): Promise<"username" | "email" | undefined> {
  const rows = await db
    .selectFrom("users")
    .select(["username_key", "email_key"])
    .where((eb) => eb.or([eb("username_key", "=", keys.usernameKey), eb("email_key", "=", keys.emailKey)]))
    .execute();
  if (rows.length === 0) return undefined;
  return rows.some((row) => row.username_key === keys.usernameKey) ? "username" : "email";
}

/** Takes the next user id; the counter's row stays locked until the transaction ends. */
export async function takeUserId(trx: Trx): Promise<number> {
  await upsertRows(trx, "global_counters", [{ name: USERS_COUNTER, next: 1 }], { key: ["name"] });
  const query = trx.selectFrom("global_counters").select("next").where("name", "=", USERS_COUNTER);
  const { next } = await (dialectOf(trx).locksRows ? query.forUpdate() : query).executeTakeFirstOrThrow();
  await trx
    .updateTable("global_counters")
    .set({ next: next + 1 })
    .where("name", "=", USERS_COUNTER)
    .execute();
  return next;
}

export type NewUser = {
  readonly id: number;
  readonly username: string;
  readonly usernameKey: string;
  readonly email: string;
  readonly emailKey: string;
  readonly passwordHash: string;
  readonly nowMs: number;
};

/** Fails on a username or e-mail address that is taken: the unique keys decide. */
export async function insertUser(trx: Trx, user: NewUser): Promise<void> {
  await trx
    .insertInto("users")
    .values({
      id: user.id,
      username: user.username,
      username_key: user.usernameKey,
      email: user.email,
      email_key: user.emailKey,
      password_hash: user.passwordHash,
      first_name: "",
      last_name: "",
      created_at_ms: user.nowMs,
    })
    .execute();
}

/** The shops a login may open, the one joined first at the start. */
export async function listShopIdsOfUser(db: Database, userId: number): Promise<readonly string[]> {
  const rows = await db
    .selectFrom("user_shops")
    .select("shop_id")
    .where("user_id", "=", userId)
    .orderBy("joined_at_ms")
    .orderBy("shop_id")
    .execute();
  return rows.map((row) => row.shop_id);
}

/** A person's role in a shop; undefined for someone who is not, or no longer, a member. */
export async function findRole(trx: Trx, shopId: string, userId: number): Promise<MemberRole | undefined> {
  const member = await trx
    .selectFrom("members")
    .select("role")
    .where("shop_id", "=", shopId)
    .where("user_id", "=", userId)
    .where("removed_at_ms", "is", null)
    .executeTakeFirst();
  return member?.role;
}

export async function findShop(trx: Trx, shopId: string): Promise<ShopsTable | undefined> {
  return await trx.selectFrom("shops").selectAll().where("id", "=", shopId).executeTakeFirst();
}
