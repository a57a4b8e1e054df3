import { createObservable, type Observable } from "@duka/client";
import type { Result } from "@duka/domain";
import { type Cart, type CartRefusal, emptyCart } from "./cart.ts";

/** `failed`: the device refuses to store the cart, and therefore surely a sale: the money path is blocked. */
export type OpenCartState = { readonly cart: Cart; readonly storage: "stored" | "storing" | "failed" };

/**
 * The cart on the counter. Every change is written to the device; while one write is under way the next ones
 * wait, and only the last of them is written.
 *
 * | storage | enters when | leaves when |
 * |---|---|---|
 * | stored | the last change is on the device | a change |
 * | storing | a change, or a retry | its write ends |
 * | failed | a write was refused | a change or a retry is written |
 */
export interface OpenCart extends Observable<OpenCartState> {
  /** Applies a change, or says why the cart refuses it. */
  change(next: (cart: Cart) => Result<Cart, CartRefusal>): CartRefusal | undefined;
  /** Puts an empty cart with a new id on the counter. */
  startNew(): void;
  /** Writes the cart again after a failure. */
  retry(): void;
  /** Resolves when the last change is on the device, or refused. */
  settled(): Promise<void>;
}

export type OpenCartTools = {
  readonly initial: Cart;
  readonly store: (cart: Cart) => Promise<void>;
  readonly newId: () => string;
};

export function createOpenCart({ initial, store, newId }: OpenCartTools): OpenCart {
  const state = createObservable<OpenCartState>({ cart: initial, storage: "stored" });
  let writing: Promise<void> | undefined;

  function put(cart: Cart): void {
    state.set({ cart, storage: "storing" });
    writing ??= writeUntilLast().finally(() => {
      writing = undefined;
    });
  }

  async function writeUntilLast(): Promise<void> {
    let written: Cart | undefined;
    while (written !== state.get().cart) {
      written = state.get().cart;
      const storage = await storeOrFail(written);
      if (written === state.get().cart) state.set({ cart: written, storage });
    }
  }

  async function storeOrFail(cart: Cart): Promise<"stored" | "failed"> {
    try {
      await store(cart);
      return "stored";
    } catch {
      return "failed";
    }
  }

  return {
    get: () => state.get(),
    subscribe: (listener) => state.subscribe(listener),
    change(next) {
      const result = next(state.get().cart);
      if (!result.ok) return result.error;
      if (result.value !== state.get().cart) put(result.value);
      return undefined;
    },
    startNew: () => put(emptyCart(newId())),
    retry: () => put({ ...state.get().cart }),
    settled: async () => writing,
  };
}
