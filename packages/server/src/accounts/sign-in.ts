import { parseUuid } from "@duka/domain";
import type { AppContext } from "../app-context.ts";
import { runTransaction } from "../database/run-transaction.ts";
import { inShopRead } from "../database/shop-transaction.ts";
import type { TokenKind, UsersTable } from "../database/schema.ts";
import { AppError } from "../http/app-error.ts";
import { countAttempt, forgiveAttempt, signInSubjects } from "./attempt-throttle.ts";
import { foldName } from "./fold-name.ts";
import { issueToken } from "./issue-token.ts";
import { isPasswordOf } from "./password-hash.ts";
import { findRole, findUserByName, listShopIdsOfUser } from "./users.queries.ts";

export type SignIn = {
  readonly username: string;
  readonly password: string;
  /** Which shop, for people who belong to several; else the one they joined first. */
  readonly shop?: string | undefined;
  readonly deviceName: string;
  readonly address: string;
  readonly kind: TokenKind;
};

export type SignedIn = { readonly secret: string; readonly user: UsersTable; readonly shopId: string };

/** Checks a password and issues a token. Wrong name, wrong password and no such shop look and take the same. */
export async function signIn(context: AppContext, attempt: SignIn): Promise<SignedIn> {
  const usernameKey = foldName(attempt.username);
  const subjects = signInSubjects(context, usernameKey, attempt.address);
  await countAttempt(context, subjects);
  const user = await findUserByName(context.db, usernameKey);
  const isRight = await isPasswordOf(user?.password_hash, attempt.password);
  const shopId = user === undefined || !isRight ? undefined : await chooseShop(context, user.id, attempt.shop);
  if (user === undefined || shopId === undefined) throw new AppError("invalid_credentials", "Invalid credentials");
  await forgiveAttempt(context, subjects);
  const owner = { kind: attempt.kind, userId: user.id, shopId, deviceName: attempt.deviceName };
  const secret = await runTransaction(context.db, (trx) => issueToken(trx, context, owner));
  return { secret, user, shopId };
}

/** The shop asked for, or else the first, of which the user is still a member. */
async function chooseShop({ db }: AppContext, userId: number, wanted: string | undefined): Promise<string | undefined> {
  const wantedId = wanted === undefined ? undefined : (parseUuid(wanted) ?? wanted);
  for (const shopId of await listShopIdsOfUser(db, userId)) {
    if (wantedId !== undefined && wantedId !== shopId) continue;
    const role = await inShopRead(db, shopId, (trx) => findRole(trx, shopId, userId));
    if (role !== undefined) return shopId;
  }
  return undefined;
}
