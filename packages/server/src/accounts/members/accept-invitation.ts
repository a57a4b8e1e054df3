import type { AcceptInvitationRequest, RegisterAnswer } from "@duka/protocol";
import type { AppContext } from "../../app-context.ts";
import { databaseFailureOf } from "../../database/database-failure.ts";
import type { InvitationsTable, Trx } from "../../database/schema.ts";
import { inShopTransaction } from "../../database/shop-transaction.ts";
import { AppError } from "../../http/app-error.ts";
import { countAttempt, forgiveAttempt, registrationSubjects } from "../attempt-throttle.ts";
import { issueToken } from "../issue-token.ts";
import { findRole } from "../users.queries.ts";
import { findInvitation, markAccepted } from "./invitations.queries.ts";
import { invitationCodeHash } from "./invitation-code.ts";
import { type Joining, preparePerson } from "./joining-person.ts";
import { saveMember } from "./members.queries.ts";

/**
 * Makes whoever holds the code a member, with the account that username and password open or with a new one, and signs
 * them in. A code works once; wrong codes are throttled by address, wrong passwords as at any sign-in.
 */
export async function acceptInvitation(
  context: AppContext,
  request: AcceptInvitationRequest,
  address: string,
): Promise<RegisterAnswer> {
  const guesses = registrationSubjects(context, address);
  await countAttempt(context, guesses);
  const codeHash = invitationCodeHash(request.code);
  const invitation = requireOpen(await findInvitation(context.db, codeHash), context.clock.nowMs());
  const person = await preparePerson(context, request, { invitedEmail: invitation.email, address });
  try {
    const answer = await join(context, invitation, person);
    await forgiveAttempt(context, guesses);
    return answer;
  } catch (error) {
    if (databaseFailureOf(error) !== "unique") throw error;
    throw new AppError("conflict", "Somebody has just taken that username or e-mail address. Try again.");
  }
}

async function join(context: AppContext, invitation: InvitationsTable, person: Joining): Promise<RegisterAnswer> {
  const shopId = invitation.shop_id;
  return await inShopTransaction(context.db, shopId, async (trx) => {
    const nowMs = context.clock.nowMs();
    // Read again under the shop's lock: of two who hold the code, one is first.
    const { role, code_hash: codeHash } = requireOpen(await findInvitation(trx, invitation.code_hash), nowMs);
    const user = await person.enter(trx);
    await refuseMember(trx, shopId, user.id);
    await saveMember(trx, { shopId, userId: user.id }, { role, nowMs });
    await markAccepted(trx, codeHash, nowMs);
    return { token: await issueToken(trx, context, { kind: "api", userId: user.id, shopId, deviceName: "" }), user };
  });
}

async function refuseMember(trx: Trx, shopId: string, userId: number): Promise<void> {
  if ((await findRole(trx, shopId, userId)) === undefined) return;
  throw new AppError("conflict", "You are a member of this shop already.");
}

/** Used, withdrawn, expired and never issued look the same. */
function requireOpen(invitation: InvitationsTable | undefined, nowMs: number): InvitationsTable {
  const isOpen =
    invitation !== undefined &&
    invitation.accepted_at_ms === null &&
    invitation.revoked_at_ms === null &&
    invitation.expires_at_ms > nowMs;
  if (isOpen) return invitation;
  throw new AppError("not_found", "This code is not valid, or no longer. Ask the owner for a new one.");
}
