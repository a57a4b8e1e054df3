import type { Duka } from "@duka/client";
import { createContext, useContext } from "react";
import type { OpenCart } from "../cart/open-cart.ts";
import type { LiveShelf } from "../catalogue/live-shelf.ts";
import type { ReceiptQueue } from "../receipt/receipt-queue.ts";
import type { Enrolment } from "../session/enrolment.ts";
import type { TillDatabase } from "../storage/till-database.ts";
import type { MoneyText } from "../text/money-text.ts";

/** A till that is open for selling: everything its screens work with. */
export type Till = {
  readonly enrolment: Enrolment;
  readonly database: TillDatabase;
  readonly duka: Duka;
  readonly openCart: OpenCart;
  readonly shelf: LiveShelf;
  readonly receipts: ReceiptQueue;
  readonly money: MoneyText;
  readonly newId: () => string;
};

export const TillContext = createContext<Till | undefined>(undefined);

/** The open till; only for screens inside `TillContext`. */
export function useTill(): Till {
  const till = useContext(TillContext);
  if (till === undefined) throw new Error("useTill was called outside TillContext: wrap the screen in it.");
  return till;
}
