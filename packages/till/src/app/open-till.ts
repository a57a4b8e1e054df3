import type { Duka } from "@duka/client";
import { emptyCart } from "../cart/cart.ts";
import { claimCartSlot, storeCart } from "../cart/cart-slots.ts";
import { createOpenCart, type OpenCart } from "../cart/open-cart.ts";
import { listLocalProducts } from "../catalogue/local-products.ts";
import { createLiveShelf } from "../catalogue/live-shelf.ts";
import { createReceiptQueue } from "../receipt/receipt-queue.ts";
import type { Enrolment } from "../session/enrolment.ts";
import type { TillDatabase } from "../storage/till-database.ts";
import { openSync } from "../sync/open-sync.ts";
import { createMoneyText } from "../text/money-text.ts";
import type { Till } from "./till.ts";

/** A cart that was sold just before the page died is among the newest sales, if anywhere. */
const RECENT_SALES_MAX = 100;

export type OpenTillTools = { readonly database: TillDatabase; readonly newId: () => string };

/** Opens the till for selling, from this device alone. Rejects when the device's storage does not open. */
export async function openTill(enrolment: Enrolment, { database, newId }: OpenTillTools): Promise<Till> {
  const duka = await openSync(enrolment);
  const money = createMoneyText(enrolment.shop.currency);
  const [openCart, unseen, local] = await Promise.all([
    restoreCart({ database, newId, shopId: enrolment.shop.id, duka }),
    duka.unseenReceipts(),
    listLocalProducts(database, enrolment.shop.id),
  ]);
  const shelf = createLiveShelf({ catalogue: duka.catalogue, currencyExponent: money.exponent, local });
  duka.start();
  return { enrolment, database, duka, openCart, shelf, receipts: createReceiptQueue(unseen), money, newId };
}

type RestoreTools = OpenTillTools & { readonly shopId: string; readonly duka: Pick<Duka, "listRecent"> };

/** The cart as the page left it, unless it was sold: its id is then that of a saved sale. */
async function restoreCart({ database, newId, shopId, duka }: RestoreTools): Promise<OpenCart> {
  const { slot, stored } = await claimCartSlot(database, shopId, newId);
  const recent = await duka.listRecent(RECENT_SALES_MAX);
  const isSold = recent.some((record) => record.id === stored?.cart.id);
  return createOpenCart({
    initial: stored === undefined || isSold ? emptyCart(newId()) : stored.cart,
    store: (cart) => storeCart(database, { slot, shopId, cart, savedAtMs: Date.now() }),
    newId,
  });
}
