import type { CatalogueProduct } from "@duka/client";
import { parseMoney, UNIT_PRICE_MINOR_MAX } from "@duka/domain";
import type { CartProduct } from "../cart/cart.ts";

/** A product one can tap: from the catalogue, or made on this till and not yet in it. */
export type ShelfProduct = CartProduct & {
  readonly uid: string;
  /** What the till believes is left, in thousandths; undefined where no stock is counted or known. */
  readonly stockThousandths?: number;
  /** Below the reorder level. */
  readonly isLow: boolean;
  /** Name, SKU and barcode, folded for searching. */
  readonly searchText: string;
};

export type ShelfSources = {
  readonly catalogue: readonly CatalogueProduct[];
  readonly local: readonly CartProduct[];
  readonly currencyExponent: number;
};

/** What stands on the shelf, by name. A product made on the spot gives way to the catalogue's own once that has come. */
export function buildShelf({ catalogue, local, currencyExponent }: ShelfSources): readonly ShelfProduct[] {
  const known = new Set(catalogue.map((product) => product.uid));
  const active = catalogue.filter((product) => product.active);
  const products = [
    ...active.map((product) => fromCatalogue(product, currencyExponent)),
    ...local.flatMap((product) => fromLocal(product, known)),
  ];
  const order = new Intl.Collator(undefined, { numeric: true, sensitivity: "base" });
  return products.toSorted((left, right) => order.compare(left.name, right.name));
}

/** Lower case and without accents, so that "creme" finds "Crème". */
export function foldText(text: string): string {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().trim();
}

function fromCatalogue(product: CatalogueProduct, currencyExponent: number): ShelfProduct {
  const price = parseMoney(product.unitPrice, currencyExponent, UNIT_PRICE_MINOR_MAX);
  const { shownStockThousandths: stock, reorderLevelThousandths: level } = product;
  return {
    productId: product.id,
    uid: product.uid,
    name: product.name,
    ...(product.sku !== null && { sku: product.sku }),
    ...(product.barcode !== null && { barcode: product.barcode }),
    ...(product.unit !== "" && { unit: product.unit }),
    unitPriceMinor: price.ok ? price.value : 0,
    isVolatile: product.isVolatile,
    ...(stock !== null && { stockThousandths: stock }),
    isLow: stock !== null && level !== null && stock < level,
    searchText: searchTextOf(product.name, product.sku, product.barcode),
  };
}

function fromLocal(product: CartProduct, known: ReadonlySet<string>): ShelfProduct[] {
  const { uid } = product;
  if (uid === undefined || known.has(uid)) return [];
  return [{ ...product, uid, isLow: false, searchText: searchTextOf(product.name, product.sku, product.barcode) }];
}

function searchTextOf(...texts: readonly (string | null | undefined)[]): string {
  return texts.map((text) => foldText(text ?? "")).join("\n");
}
