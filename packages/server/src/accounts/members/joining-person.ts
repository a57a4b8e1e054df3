import type { AcceptInvitationRequest, RegisterAnswer } from "@duka/protocol";
import type { AppContext } from "../../app-context.ts";
import type { Trx } from "../../database/schema.ts";
import { AppError, invalidField } from "../../http/app-error.ts";
import { countAttempt, forgiveAttempt, signInSubjects } from "../attempt-throttle.ts";
import { foldName } from "../fold-name.ts";
import { hashPassword, isPasswordOf } from "../password-hash.ts";
import { findTaken, findUserByName, insertUser, takeUserId } from "../users.queries.ts";
import { findPasswordWeakness } from "../weak-password.ts";

/** Somebody about to join a shop; `enter` finds or makes their account in the transaction that makes them a member. */
export type Joining = { readonly enter: (trx: Trx) => Promise<RegisterAnswer["user"]> };

/** Checks who it is, before any lock is held: hashing a password takes its time. */
export async function preparePerson(
  context: AppContext,
  request: AcceptInvitationRequest,
  { invitedEmail, address }: { readonly invitedEmail: string | null; readonly address: string },
): Promise<Joining> {
  const known = await findUserByName(context.db, foldName(request.username));
  if (known === undefined) return await prepareNewPerson(context, request, request.email ?? invitedEmail);
  // Whoever holds a code must not guess passwords faster than at the front door.
  const subjects = signInSubjects(context, known.username_key, address);
  await countAttempt(context, subjects);
  if (!(await isPasswordOf(known.password_hash, request.password))) {
    throw new AppError("invalid_credentials", "This username has an account, and the password is not its password.");
  }
  await forgiveAttempt(context, subjects);
  const { id, username, email } = known;
  return { enter: async () => ({ id, username, email }) };
}

async function prepareNewPerson(
  { db, clock }: AppContext,
  { username: typedName, password }: AcceptInvitationRequest,
  typedEmail: string | null,
): Promise<Joining> {
  if (typedEmail === null) throw invalidField("email", "required", "email is required for a new account.");
  const [username, email] = [typedName.trim(), typedEmail.trim()];
  const weakness = findPasswordWeakness(password, username, email);
  if (weakness !== undefined) {
    const issue = { path: "password", code: "weak_password", detail: weakness };
    throw new AppError("weak_password", weakness, { errors: [issue] });
  }
  const keys = { usernameKey: foldName(username), emailKey: foldName(email) };
  if ((await findTaken(db, keys)) === "email") {
    throw new AppError("email_taken", "A user with this e-mail address already exists.");
  }
  const passwordHash = await hashPassword(password);
  return {
    enter: async (trx) => {
      const id = await takeUserId(trx);
      await insertUser(trx, { id, username, email, ...keys, passwordHash, nowMs: clock.nowMs() });
      return { id, username, email };
    },
  };
}
