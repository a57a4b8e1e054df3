import { currencyExponent, isTimeZone } from "@duka/domain";
import type { RegisterAnswer, RegisterRequest } from "@duka/protocol";
import type { AppContext } from "../app-context.ts";
import { databaseFailureOf } from "../database/database-failure.ts";
import { runTransaction } from "../database/run-transaction.ts";
import { newUuid } from "../environment.ts";
import { AppError, invalidField } from "../http/app-error.ts";
import { countAttempt, registrationSubjects } from "./attempt-throttle.ts";
import { createShop } from "./create-shop.ts";
import { foldName } from "./fold-name.ts";
import { issueToken } from "./issue-token.ts";
import { hashPassword } from "./password-hash.ts";
import { findTaken, takeUserId } from "./users.queries.ts";
import { findPasswordWeakness } from "./weak-password.ts";

/** A new person with a shop of their own and a token for it. */
export async function register(
  context: AppContext,
  request: RegisterRequest,
  address: string,
): Promise<RegisterAnswer> {
  const account = checkAccount(context, request);
  await refuseTaken(context, account, address);
  const passwordHash = await hashPassword(request.password);
  try {
    return await createAccount(context, account, passwordHash);
  } catch (error) {
    // Somebody took the name in between: the unique key decides, and the answer says which name.
    if (databaseFailureOf(error) === "unique") await refuseTaken(context, account, address);
    throw error;
  }
}

type Account = {
  readonly username: string;
  readonly usernameKey: string;
  readonly email: string;
  readonly emailKey: string;
  readonly shopName: string;
  readonly currency: string;
  readonly timeZone: string;
};

function checkAccount({ config }: AppContext, request: RegisterRequest): Account {
  const username = request.username.trim();
  const email = request.email.trim();
  const weakness = findPasswordWeakness(request.password, username, email);
  if (weakness !== undefined) {
    throw new AppError("weak_password", weakness, {
      errors: [{ path: "password", code: "weak_password", detail: weakness }],
    });
  }
  const currency = (request.currency ?? config.defaultCurrency).toUpperCase();
  if (currencyExponent(currency) === undefined)
    throw invalidField("currency", "invalid", "currency is not an ISO 4217 code.");
  const timeZone = request.time_zone ?? config.defaultTimeZone;
  if (!isTimeZone(timeZone)) throw invalidField("time_zone", "invalid", "time_zone is not an IANA time zone.");
  const shopName = request.shop_name?.trim();
  return {
    username,
    usernameKey: foldName(username),
    email,
    emailKey: foldName(email),
    shopName: shopName === undefined || shopName === "" ? `${username}'s shop` : shopName,
    currency,
    timeZone,
  };
}

async function refuseTaken(context: AppContext, account: Account, address: string): Promise<void> {
  const taken = await findTaken(context.db, account);
  if (taken === undefined) return;
  await countAttempt(context, registrationSubjects(context, address));
  throw taken === "username"
    ? new AppError("username_taken", "A user with this username already exists.")
    : new AppError("email_taken", "A user with this e-mail address already exists.");
}

async function createAccount(context: AppContext, account: Account, passwordHash: string): Promise<RegisterAnswer> {
  const { clock, random, db } = context;
  const shopId = newUuid(clock, random);
  const nowMs = clock.nowMs();
  return await runTransaction(db, async (trx) => {
    const userId = await takeUserId(trx);
    await trx
      .insertInto("users")
      .values({
        id: userId,
        username: account.username,
        username_key: account.usernameKey,
        email: account.email,
        email_key: account.emailKey,
        password_hash: passwordHash,
        first_name: "",
        last_name: "",
        created_at_ms: nowMs,
      })
      .execute();
    const { shopName: name, currency, timeZone } = account;
    await createShop(trx, { id: shopId, name, currency, timeZone, ownerId: userId, nowMs });
    const token = await issueToken(trx, context, { kind: "api", userId, shopId, deviceName: "" });
    return { token, user: { id: userId, username: account.username, email: account.email } };
  });
}
