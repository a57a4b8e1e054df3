import { sha256Hex } from "@duka/domain";
import type { Database, MemberRole } from "../database/schema.ts";
import { takeUserId } from "../accounts/users.queries.ts";
import { enterShop } from "../database/shop-transaction.ts";

/** Puts another person into a shop, straight into the database, and returns a token for them. */
export async function addMember(
  db: Database,
  shopId: string,
  role: MemberRole,
): Promise<{ userId: number; token: string }> {
  return await db.transaction().execute(async (trx) => {
    const userId = await takeUserId(trx);
    const username = `${role}-${userId}`;
    const token = `test-token-of-${username}`;
    await trx
      .insertInto("users")
      .values({
        id: userId,
        username,
        username_key: username,
        email: `${username}@example.com`,
        email_key: `${username}@example.com`,
        password_hash: "",
        first_name: "",
        last_name: "",
        created_at_ms: 0,
      })
      .execute();
    await enterShop(trx, shopId);
    await trx.insertInto("members").values({ shop_id: shopId, user_id: userId, role, created_at_ms: 0 }).execute();
    await trx.insertInto("user_shops").values({ shop_id: shopId, user_id: userId, joined_at_ms: 0 }).execute();
    await trx
      .insertInto("tokens")
      .values({
        token_hash: sha256Hex(token),
        id: crypto.randomUUID(),
        kind: "api",
        user_id: userId,
        shop_id: shopId,
        device_name: "",
        created_at_ms: 0,
        last_used_at_ms: Number.MAX_SAFE_INTEGER,
      })
      .execute();
    return { userId, token };
  });
}
