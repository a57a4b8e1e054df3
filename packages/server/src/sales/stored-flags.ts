import type { SaleFlag } from "@duka/domain";

/** The flags of a sale as its column holds them: a JSON array, in the order of `SALE_FLAGS`. */
export function flagsToStore(flags: readonly SaleFlag[]): string {
  return JSON.stringify(flags);
}

export function storedFlags(text: string): readonly SaleFlag[] {
  return JSON.parse(text) as SaleFlag[]; // Written by flagsToStore only.
}
