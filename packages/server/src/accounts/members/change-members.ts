import type { MemberAnswer } from "@duka/protocol";
import type { AppContext } from "../../app-context.ts";
import type { MemberRole, Trx } from "../../database/schema.ts";
import { inShopRead, inShopTransaction } from "../../database/shop-transaction.ts";
import { AppError } from "../../http/app-error.ts";
import type { Caller } from "../../http/caller.ts";
import { memberAnswer } from "./member-answer.ts";
import {
  countOwners,
  findMember,
  listMembers,
  markRemoved,
  type MemberRow,
  revokePersonTokens,
  updateRole,
} from "./members.queries.ts";

export async function readMembers({ db }: AppContext, shopId: string): Promise<readonly MemberAnswer[]> {
  return await inShopRead(db, shopId, async (trx) => (await listMembers(trx, shopId)).map(memberAnswer));
}

/** Gives a member another role; from the next request on. */
export async function changeRole(
  { db }: AppContext,
  { shopId }: Caller,
  { userId, role }: { readonly userId: number; readonly role: MemberRole },
): Promise<MemberAnswer> {
  return await inShopTransaction(db, shopId, async (trx) => {
    const member = await requireMember(trx, shopId, userId);
    if (role !== "owner") await refuseLastOwner(trx, shopId, member);
    await updateRole(trx, { shopId, userId }, role);
    return memberAnswer({ ...member, role });
  });
}

/** Takes a person out of the shop and ends their sign-ins to it. What they sold stays theirs. */
export async function removeMember({ db, clock }: AppContext, { shopId }: Caller, userId: number): Promise<void> {
  await inShopTransaction(db, shopId, async (trx) => {
    await refuseLastOwner(trx, shopId, await requireMember(trx, shopId, userId));
    const nowMs = clock.nowMs();
    await markRemoved(trx, { shopId, userId }, nowMs);
    await revokePersonTokens(trx, { shopId, userId }, nowMs);
  });
}

async function requireMember(trx: Trx, shopId: string, userId: number): Promise<MemberRow> {
  const member = await findMember(trx, shopId, userId);
  if (member === undefined) throw new AppError("not_found", "There is no such member in this shop.");
  return member;
}

/** Under the shop's lock, so that two owners cannot remove each other at once. */
async function refuseLastOwner(trx: Trx, shopId: string, member: MemberRow): Promise<void> {
  if (member.role !== "owner" || (await countOwners(trx, shopId)) > 1) return;
  throw new AppError("conflict", `${member.username} is the shop's only owner. Make another member an owner first.`);
}
