import type { ErrorCode } from "@duka/protocol";
import type { ProductsTable, Trx } from "../database/schema.ts";
import { AppError } from "../http/app-error.ts";
import { findCodeHolders, type ProductCodes } from "./product.queries.ts";

/** SKU, barcode and uid are one product's alone, archived or not. Under the shop's lock, so nobody comes in between. */
export async function refuseTakenCodes(trx: Trx, shopId: string, codes: ProductCodes, exceptId: number): Promise<void> {
  for (const holder of await findCodeHolders(trx, shopId, codes, exceptId)) {
    const [code, what] = sharedCode(holder, codes);
    const state = holder.active === 1 ? "" : " (archived)";
    throw new AppError(code, `Product ${holder.id}, ${holder.name}${state}, already has this ${what}.`);
  }
}

function sharedCode(holder: ProductsTable, codes: ProductCodes): readonly [ErrorCode, string] {
  if (codes.sku_key !== null && holder.sku_key === codes.sku_key) return ["sku_taken", "SKU"];
  if (codes.barcode_key !== null && holder.barcode_key === codes.barcode_key) return ["barcode_taken", "barcode"];
  return ["uid_taken", "uid"];
}
