import { STRICT, type StoredCart, type TillDatabase } from "../storage/till-database.ts";

/**
 * Every tab has an open cart of its own, in a slot. A tab holds its slot's Web Lock for life, so a slot whose
 * lock is free belonged to a tab that closed or died, and its cart is taken over by the next tab that starts.
 */
export type CartSlot = { readonly slot: string; readonly stored: StoredCart | undefined };

const SLOT_KEY = "duka-cart-slot";
/** A reloaded page may start before its former self has let go of the lock. */
const OWN_LOCK_WAIT_MS = 1000;

/** Takes this tab's slot again after a reload, else an orphaned one, else a new one. */
export async function claimCartSlot(database: TillDatabase, shopId: string, newId: () => string): Promise<CartSlot> {
  const all = (await database.getAll("carts")).filter((stored) => stored.shopId === shopId);
  const own = sessionStorage.getItem(SLOT_KEY);
  const orphans = all
    .filter((stored) => stored.slot !== own && stored.cart.lines.length > 0)
    .toSorted((left, right) => right.savedAtMs - left.savedAtMs);
  const slot = (await claimOwn(own)) ?? (await claimFirst(orphans)) ?? (await claimNew(newId()));
  sessionStorage.setItem(SLOT_KEY, slot);
  return { slot, stored: all.find((stored) => stored.slot === slot) };
}

/** Strict: a power cut a moment later still finds the cart. */
export async function storeCart(database: TillDatabase, stored: StoredCart): Promise<void> {
  const transaction = database.transaction("carts", "readwrite", STRICT);
  await Promise.all([transaction.store.put(stored), transaction.done]);
}

async function claimOwn(own: string | null): Promise<string | undefined> {
  if (own === null) return undefined;
  return (await holdLock(own, { signal: AbortSignal.timeout(OWN_LOCK_WAIT_MS) })) ? own : undefined;
}

async function claimFirst(orphans: readonly StoredCart[]): Promise<string | undefined> {
  for (const { slot } of orphans) {
    if (await holdLock(slot, { ifAvailable: true })) return slot;
  }
  return undefined;
}

async function claimNew(slot: string): Promise<string> {
  await holdLock(slot, { ifAvailable: true });
  return slot;
}

/** Holds the lock until the page ends. Without Web Locks (plain http) every claim succeeds: one tab is the rule there. */
function holdLock(slot: string, options: LockOptions): Promise<boolean> {
  if (!("locks" in navigator)) return Promise.resolve(true);
  return new Promise((resolve) => {
    const held = navigator.locks.request(`duka-cart-${slot}`, options, (lock) => {
      resolve(lock !== null);
      return lock === null ? undefined : new Promise<never>(() => {});
    });
    held.catch(() => resolve(false));
  });
}
