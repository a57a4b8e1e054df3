import { foldText, type ShelfProduct } from "./shelf.ts";

/** Products that contain every word of the query, the likeliest first. An empty query finds all, in shelf order. */
export function searchShelf(shelf: readonly ShelfProduct[], query: string): readonly ShelfProduct[] {
  const folded = foldText(query);
  if (folded === "") return shelf;
  const words = folded.split(/\s+/);
  const ranks: ShelfProduct[][] = [[], [], [], []];
  for (const product of shelf) {
    if (words.every((word) => product.searchText.includes(word))) ranks[rankOf(product, folded)]?.push(product);
  }
  return ranks.flat();
}

/** The product that a scanner or an exact code means, if there is one. */
export function findByCode(shelf: readonly ShelfProduct[], code: string): ShelfProduct | undefined {
  const folded = foldText(code);
  if (folded === "") return undefined;
  const hasCode = (value: string | undefined) => value !== undefined && foldText(value) === folded;
  return shelf.find((product) => hasCode(product.barcode)) ?? shelf.find((product) => hasCode(product.sku));
}

/** 0: the code itself; 1: the name begins with it; 2: a word of the name does; 3: somewhere. */
function rankOf(product: ShelfProduct, folded: string): number {
  const [name = "", sku, barcode] = product.searchText.split("\n");
  if (sku === folded || barcode === folded) return 0;
  if (name.startsWith(folded)) return 1;
  return name.includes(` ${folded}`) ? 2 : 3;
}
