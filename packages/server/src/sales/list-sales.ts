import { isBusinessDate, SALE_FLAGS, type SaleFlag, withoutAbsent } from "@duka/domain";
import type { Database } from "../database/schema.ts";
import { inShopRead } from "../database/shop-transaction.ts";
import { invalidField } from "../http/app-error.ts";
import { type Caller, isManagerOrOwner } from "../http/caller.ts";
import { integerOf } from "../http/request-values.ts";
import { readSalePage, type SalePage } from "./read-sale-page.ts";
import type { SaleFilter } from "./sales.queries.ts";

/** A query string, as sent. */
export type SaleListQuery = {
  readonly cursor?: string;
  readonly from?: string;
  readonly to?: string;
  readonly sold_by?: string;
  readonly source_device?: string;
  readonly flag?: string;
};

/** A page of sales, newest first; a cashier's own only. */
export async function listSales(
  db: Database,
  caller: Caller,
  { query, limit }: { readonly query: SaleListQuery; readonly limit: number },
): Promise<SalePage> {
  const asked = filterOf(query);
  const isOthers = asked.soldBy !== undefined && asked.soldBy !== caller.userId;
  if (isOthers && !isManagerOrOwner(caller)) return { sales: [] };
  const filter = isManagerOrOwner(caller) ? asked : { ...asked, soldBy: caller.userId };
  return await inShopRead(db, caller.shopId, (trx) => readSalePage(trx, caller.shopId, { filter, limit }));
}

function filterOf(query: SaleListQuery): SaleFilter {
  return withoutAbsent({
    beforeId: optionalInteger("cursor", query.cursor),
    from: optionalDate("from", query.from),
    to: optionalDate("to", query.to),
    soldBy: optionalInteger("sold_by", query.sold_by),
    sourceDevice: query.source_device,
    flag: optionalFlag(query.flag),
  });
}

function optionalInteger(name: string, text: string | undefined): number | undefined {
  return text === undefined || text === "" ? undefined : integerOf(name, text, 0);
}

function optionalDate(name: string, text: string | undefined): string | undefined {
  if (text === undefined || text === "") return undefined;
  if (!isBusinessDate(text)) throw invalidField(name, "invalid", `${name} must be a date such as 2026-01-31.`);
  return text;
}

function optionalFlag(text: string | undefined): SaleFlag | undefined {
  if (text === undefined || text === "") return undefined;
  const flag = SALE_FLAGS.find((known) => known === text);
  if (flag === undefined) throw invalidField("flag", "invalid", `flag must be one of ${SALE_FLAGS.join(", ")}.`);
  return flag;
}
