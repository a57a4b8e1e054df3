import { formatInstant } from "@duka/domain";
import type { InvitationAnswer, InviteRequest } from "@duka/protocol";
import type { AppContext } from "../../app-context.ts";
import type { LockedShop } from "../../database/locked-shop.ts";
import type { InvitationsTable, Trx } from "../../database/schema.ts";
import { inShopRead, inShopTransaction } from "../../database/shop-transaction.ts";
import { newUuid } from "../../environment.ts";
import { AppError } from "../../http/app-error.ts";
import type { Caller } from "../../http/caller.ts";
import { enqueueJobs } from "../../jobs/enqueue-jobs.ts";
import { foldName } from "../fold-name.ts";
import { invitationCodeHash, newInvitationCode } from "./invitation-code.ts";
import { insertInvitation, listOpenInvitations, markInvitationRevoked } from "./invitations.queries.ts";
import type { InvitationMailPayload } from "./send-invitation-mail.ts";

const INVITATION_LIFE_MS = 7 * 86_400_000;
/** Open at once in one shop: bounds what a stolen token of an owner can send. */
const OPEN_INVITATIONS_MAX = 50;

/**
 * Offers a role in the shop. Nobody is made a member without accepting, so that no shop can put its name, or its mails,
 * before people who never asked. The code goes out by mail when there is an address and a mail server; else it is in the
 * answer, for the owner to hand over.
 */
export async function inviteMember(
  context: AppContext,
  caller: Caller,
  request: InviteRequest,
): Promise<InvitationAnswer> {
  const code = newInvitationCode(context.random);
  return await inShopTransaction(context.db, caller.shopId, async (trx, shop) => {
    const nowMs = context.clock.nowMs();
    const open = await listOpenInvitations(trx, shop.id, nowMs);
    if (open.length >= OPEN_INVITATIONS_MAX) {
      throw new AppError("conflict", `There are ${open.length} open invitations. Withdraw some first.`);
    }
    const row = invitationRow(context, caller, { request, code, nowMs });
    await insertInvitation(trx, row);
    if (row.email === null || context.config.smtpUrl === undefined) return { ...invitationAnswer(row), code };
    await enqueueMail(trx, shop, { id: row.id, to: row.email, code, nowMs });
    return invitationAnswer(row);
  });
}

export async function readInvitations(
  { db, clock }: AppContext,
  { shopId }: Caller,
): Promise<readonly InvitationAnswer[]> {
  const rows = await inShopRead(db, shopId, async (trx) => listOpenInvitations(trx, shopId, clock.nowMs()));
  return rows.map(invitationAnswer);
}

/** Its code is good for nothing any more. */
export async function withdrawInvitation({ db, clock }: AppContext, { shopId }: Caller, id: string): Promise<void> {
  await inShopTransaction(db, shopId, async (trx) => {
    const nowMs = clock.nowMs();
    const wanted = (await listOpenInvitations(trx, shopId, nowMs)).find((row) => row.id === id);
    if (wanted === undefined) throw new AppError("not_found", "There is no such invitation in this shop.");
    await markInvitationRevoked(trx, wanted.code_hash, nowMs);
  });
}

type Wish = { readonly request: InviteRequest; readonly code: string; readonly nowMs: number };

function invitationRow(
  { clock, random }: AppContext,
  caller: Caller,
  { request, code, nowMs }: Wish,
): InvitationsTable {
  const username = request.username.trim();
  return {
    code_hash: invitationCodeHash(code),
    id: newUuid(clock, random),
    shop_id: caller.shopId,
    username,
    username_key: foldName(username),
    email: request.email?.trim() ?? null,
    role: request.role,
    invited_by: caller.userId,
    created_at_ms: nowMs,
    expires_at_ms: nowMs + INVITATION_LIFE_MS,
    accepted_at_ms: null,
    revoked_at_ms: null,
  };
}

function invitationAnswer(row: InvitationsTable): InvitationAnswer {
  const { id, username, email, role } = row;
  const created_at = formatInstant(row.created_at_ms);
  return { id, username, email, role, created_at, expires_at: formatInstant(row.expires_at_ms) };
}

async function enqueueMail(
  trx: Trx,
  shop: LockedShop,
  { id, to, code, nowMs }: { readonly id: string; readonly to: string; readonly code: string; readonly nowMs: number },
): Promise<void> {
  const payload: InvitationMailPayload = { to, code, shop_name: shop.name };
  await enqueueJobs(trx, shop.id, { jobs: [{ kind: "invitation_mail", key: id, payload, dueAtMs: nowMs }], nowMs });
}
