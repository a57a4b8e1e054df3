import type { MemberRole, Trx } from "../../database/schema.ts";
import { upsertRows } from "../../database/write-rows.ts";

export type MemberRow = NonNullable<Awaited<ReturnType<typeof findMember>>>;

/** Who belongs to the shop, in the order in which they joined. A shop has as many as it has people. */
export async function listMembers(trx: Trx, shopId: string): Promise<readonly MemberRow[]> {
  return await members(trx, shopId).orderBy("members.created_at_ms").orderBy("members.user_id").execute();
}

export async function findMember(trx: Trx, shopId: string, userId: number) {
  return await members(trx, shopId).where("members.user_id", "=", userId).executeTakeFirst();
}

export async function countOwners(trx: Trx, shopId: string): Promise<number> {
  const owners = await members(trx, shopId).where("members.role", "=", "owner").execute();
  return owners.length;
}

export type Membership = { readonly shopId: string; readonly userId: number };

/** Makes somebody a member; someone who left is taken back with the new role. */
export async function saveMember(
  trx: Trx,
  { shopId, userId }: Membership,
  { role, nowMs }: { readonly role: MemberRole; readonly nowMs: number },
): Promise<void> {
  const row = { shop_id: shopId, user_id: userId, role, created_at_ms: nowMs, removed_at_ms: null };
  await upsertRows(trx, "members", [row], {
    key: ["shop_id", "user_id"],
    replace: ["role", "created_at_ms", "removed_at_ms"],
  });
  const joined = { user_id: userId, shop_id: shopId, joined_at_ms: nowMs };
  await upsertRows(trx, "user_shops", [joined], { key: ["user_id", "shop_id"] });
}

export async function updateRole(trx: Trx, { shopId, userId }: Membership, role: MemberRole): Promise<void> {
  await trx.updateTable("members").set({ role }).where("shop_id", "=", shopId).where("user_id", "=", userId).execute();
}

/** The row stays: sales refer to whoever made them. */
export async function markRemoved(trx: Trx, { shopId, userId }: Membership, nowMs: number): Promise<void> {
  await trx
    .updateTable("members")
    .set({ removed_at_ms: nowMs })
    .where("shop_id", "=", shopId)
    .where("user_id", "=", userId)
    .execute();
  await trx.deleteFrom("user_shops").where("user_id", "=", userId).where("shop_id", "=", shopId).execute();
}

/** Ends a person's sign-ins to this shop. A till they enrolled is the shop's, and keeps its credential. */
export async function revokePersonTokens(trx: Trx, { shopId, userId }: Membership, nowMs: number): Promise<void> {
  await trx
    .updateTable("tokens")
    .set({ revoked_at_ms: nowMs })
    .where("shop_id", "=", shopId)
    .where("user_id", "=", userId)
    .where("kind", "in", ["api", "session"])
    .where("revoked_at_ms", "is", null)
    .execute();
}

function members(trx: Trx, shopId: string) {
  return trx
    .selectFrom("members")
    .innerJoin("users", "users.id", "members.user_id")
    .select(["users.id", "users.username", "users.first_name", "users.last_name"])
    .select(["members.role", "members.created_at_ms"])
    .where("members.shop_id", "=", shopId)
    .where("members.removed_at_ms", "is", null);
}
