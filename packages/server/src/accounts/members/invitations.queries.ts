import type { Database, InvitationsTable, Trx } from "../../database/schema.ts";

export async function insertInvitation(trx: Trx, invitation: InvitationsTable): Promise<void> {
  await trx.insertInto("invitations").values(invitation).execute();
}

/** An invitation by its code's hash, whatever has become of it. */
export async function findInvitation(
  db: Pick<Database, "selectFrom">,
  codeHash: string,
): Promise<InvitationsTable | undefined> {
  return await db.selectFrom("invitations").selectAll().where("code_hash", "=", codeHash).executeTakeFirst();
}

/** Those that can still be accepted, newest first. */
export async function listOpenInvitations(
  trx: Trx,
  shopId: string,
  nowMs: number,
): Promise<readonly InvitationsTable[]> {
  return await trx
    .selectFrom("invitations")
    .selectAll()
    .where("shop_id", "=", shopId)
    .where("accepted_at_ms", "is", null)
    .where("revoked_at_ms", "is", null)
    .where("expires_at_ms", ">", nowMs)
    .orderBy("created_at_ms", "desc")
    .orderBy("id", "desc")
    .execute();
}

export async function markAccepted(trx: Trx, codeHash: string, nowMs: number): Promise<void> {
  await trx.updateTable("invitations").set({ accepted_at_ms: nowMs }).where("code_hash", "=", codeHash).execute();
}

export async function markInvitationRevoked(trx: Trx, codeHash: string, nowMs: number): Promise<void> {
  await trx.updateTable("invitations").set({ revoked_at_ms: nowMs }).where("code_hash", "=", codeHash).execute();
}
