import { type Result, SALE_LINES_MAX } from "@duka/domain";
import { useState } from "react";
import { useTill } from "../app/till.ts";
import { useObservable } from "../design/use-observable.ts";
import { t } from "../text/text.ts";
import type { Cart, CartRefusal } from "./cart.ts";

/** The open cart for a screen, and the sentence for the change that it refused last. */
export function useCart() {
  const { openCart } = useTill();
  const { cart, storage } = useObservable(openCart);
  const [refusal, setRefusal] = useState<CartRefusal>();

  function change(next: (cart: Cart) => Result<Cart, CartRefusal>): boolean {
    const refused = openCart.change(next);
    setRefusal(refused);
    return refused === undefined;
  }

  return { cart, storage, change, refusalText: refusal === undefined ? undefined : refusalTextOf(refusal) };
}

function refusalTextOf(refusal: CartRefusal): string {
  return refusal === "too_many_lines"
    ? t("cart.refusal.too_many_lines", { max: SALE_LINES_MAX })
    : t("cart.refusal.too_large");
}
