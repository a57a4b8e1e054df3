import { assert, currencyExponent } from "@duka/domain";
import type { SessionAnswer, ShopSummary, UserAnswer } from "@duka/protocol";
import type { AppContext } from "../app-context.ts";
import type { ShopsTable, UsersTable } from "../database/schema.ts";
import { inShopRead } from "../database/shop-transaction.ts";
import type { Caller } from "../http/caller.ts";
import { findRole, findShop, findUser } from "./users.queries.ts";

/** Who is signed in, as `GET /api/user/` tells. */
export async function readUser(context: AppContext, caller: Caller): Promise<UserAnswer> {
  const { user, shop } = await readAccount(context, caller);
  const { id, username, email, first_name, last_name } = user;
  return { id, username, email, first_name, last_name, shop: shopSummary(shop), role: caller.role };
}

/** Who is signed in, as the till needs it. */
export async function readSession(
  context: AppContext,
  session: Pick<Caller, "userId" | "shopId">,
): Promise<SessionAnswer> {
  const { user, shop, role } = await readAccount(context, session);
  const { id, username, first_name, last_name } = user;
  return { user: { id, username, first_name, last_name }, shop: shopSummary(shop), role };
}

async function readAccount({ db }: AppContext, { userId, shopId }: Pick<Caller, "userId" | "shopId">) {
  const user: UsersTable | undefined = await findUser(db, userId);
  const { shop, role } = await inShopRead(db, shopId, async (trx) => ({
    shop: await findShop(trx, shopId),
    role: await findRole(trx, shopId, userId),
  }));
  assert(user !== undefined && shop !== undefined && role !== undefined, "A token's user, shop and membership exist.");
  return { user, shop, role };
}

function shopSummary({ id, name, currency, time_zone, day_cut_minutes }: ShopsTable): ShopSummary {
  return { id, name, currency, currency_exponent: currencyExponent(currency) ?? 0, time_zone, day_cut_minutes };
}
