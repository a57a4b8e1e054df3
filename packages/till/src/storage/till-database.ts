import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import type { Cart, CartProduct } from "../cart/cart.ts";
import type { Enrolment } from "../session/enrolment.ts";

/** One open cart; every tab has a slot of its own. */
export type StoredCart = {
  readonly slot: string;
  readonly shopId: string;
  readonly cart: Cart;
  readonly savedAtMs: number;
};

/** A product made on the spot, until the server's catalogue brings it. */
export type StoredLocalProduct = { readonly shopId: string; readonly uid: string; readonly product: CartProduct };

/** The till's own memory. Sales are not here: the outbox of @duka/client holds them. Its schema only grows. */
export interface TillSchema extends DBSchema {
  enrolment: { key: string; value: Enrolment };
  devices: { key: string; value: string };
  carts: { key: string; value: StoredCart };
  localProducts: { key: [string, string]; value: StoredLocalProduct };
}

export type TillDatabase = IDBPDatabase<TillSchema>;

const DATABASE_NAME = "duka-till";
const DATABASE_VERSION = 1;

/** What a power cut may not undo is written with this. */
export const STRICT = { durability: "strict" } as const;

export function openTillDatabase(): Promise<TillDatabase> {
  return openDB<TillSchema>(DATABASE_NAME, DATABASE_VERSION, {
    upgrade(database) {
      database.createObjectStore("enrolment");
      database.createObjectStore("devices");
      database.createObjectStore("carts", { keyPath: "slot" });
      database.createObjectStore("localProducts", { keyPath: ["shopId", "uid"] });
    },
  });
}
