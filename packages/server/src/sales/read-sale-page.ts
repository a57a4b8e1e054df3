import { withoutAbsent } from "@duka/domain";
import type { SaleAnswer } from "@duka/protocol/schemas";
import type { Trx } from "../database/schema.ts";
import { saleAnswer } from "./sale-answer.ts";
import { type SaleFilter, selectCurrencyExponent, selectLines, selectSales } from "./sales.queries.ts";

export type SalePage = {
  readonly sales: readonly SaleAnswer[];
  /** Where the next page starts; absent on the last. */
  readonly nextCursor?: number;
};

/** A page of a shop's sales, newest first, in three statements. Whose sales the caller may see is in the filter. */
export async function readSalePage(
  trx: Trx,
  shopId: string,
  { filter, limit }: { readonly filter: SaleFilter; readonly limit: number },
): Promise<SalePage> {
  // One more than asked for tells whether there is a next page.
  const rows = await selectSales(trx, shopId, { filter, limit: limit + 1 });
  const page = rows.slice(0, limit);
  const exponent = await selectCurrencyExponent(trx, shopId);
  const ids = page.map((row) => row.id);
  const linesOf = Map.groupBy(await selectLines(trx, shopId, ids), (line) => line.sale_id);
  const sales = page.map((row) => saleAnswer(row, linesOf.get(row.id) ?? [], exponent));
  return withoutAbsent({ sales, nextCursor: rows.length > limit ? page.at(-1)?.id : undefined });
}
