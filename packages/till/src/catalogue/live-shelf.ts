import { type Catalogue, createObservable, type Observable } from "@duka/client";
import type { CartProduct } from "../cart/cart.ts";
import { buildShelf, type ShelfProduct } from "./shelf.ts";

/** The shelf as it is now. `isReading` until the first list has been read. */
export type ShelfState = { readonly products: readonly ShelfProduct[]; readonly isReading: boolean };

export interface LiveShelf extends Observable<ShelfState> {
  /** Puts products made on the spot on the shelf. */
  addLocal(products: readonly CartProduct[]): void;
}

export type LiveShelfTools = {
  readonly catalogue: Catalogue;
  readonly currencyExponent: number;
  readonly local: readonly CartProduct[];
};

/** Follows the catalogue: one read at a time, and one more when it changed meanwhile. */
export function createLiveShelf({ catalogue, currencyExponent, local }: LiveShelfTools): LiveShelf {
  const state = createObservable<ShelfState>({ products: [], isReading: true });
  let locals = local;
  let isReading = false;
  let isStale = false;

  async function read(): Promise<void> {
    isStale = true;
    if (isReading) return;
    isReading = true;
    while (isStale) {
      isStale = false;
      await readOnce();
    }
    isReading = false;
  }

  async function readOnce(): Promise<void> {
    try {
      const products = buildShelf({ catalogue: await catalogue.list(), local: locals, currencyExponent });
      state.set({ products, isReading: false });
    } catch {
      // The cache may be dropped at any time; what was on the shelf stays, and every sale still works.
      state.set({ ...state.get(), isReading: false });
    }
  }

  catalogue.state.subscribe(() => void read());
  void read();
  return {
    get: () => state.get(),
    subscribe: (listener) => state.subscribe(listener),
    addLocal(products) {
      locals = [...locals, ...products];
      void read();
    },
  };
}
