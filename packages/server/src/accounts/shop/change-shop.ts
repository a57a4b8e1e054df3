import { assert } from "@duka/domain";
import type { ShopChangeRequest, ShopSettingsAnswer } from "@duka/protocol";
import { languageOf } from "../../alerts/alert-language.ts";
import type { AppContext } from "../../app-context.ts";
import type { Trx } from "../../database/schema.ts";
import { inShopRead, inShopTransaction } from "../../database/shop-transaction.ts";
import { findShop } from "../users.queries.ts";
import { updateShopSettings } from "./shop.queries.ts";

export async function readShopSettings({ db }: AppContext, shopId: string): Promise<ShopSettingsAnswer> {
  return await inShopRead(db, shopId, async (trx) => settingsOf(trx, shopId));
}

/** Changes the shop's name or the language in which its people are written to. */
export async function changeShop(
  { db }: AppContext,
  shopId: string,
  { name, language }: ShopChangeRequest,
): Promise<ShopSettingsAnswer> {
  return await inShopTransaction(db, shopId, async (trx) => {
    const changes = { ...(name !== undefined && { name: name.trim() }), ...(language !== undefined && { language }) };
    if (Object.keys(changes).length > 0) await updateShopSettings(trx, shopId, changes);
    return await settingsOf(trx, shopId);
  });
}

async function settingsOf(trx: Trx, shopId: string): Promise<ShopSettingsAnswer> {
  const shop = await findShop(trx, shopId);
  assert(shop !== undefined, "a caller's shop exists");
  return { id: shop.id, name: shop.name, language: languageOf(shop.language) };
}
