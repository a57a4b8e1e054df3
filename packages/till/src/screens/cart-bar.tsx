import { Link } from "wouter";
import { useTill } from "../app/till.ts";
import { cartTotalMinor } from "../cart/cart.ts";
import { CartNotSaved } from "../cart/cart-not-saved.tsx";
import { PayLink } from "../cart/cart-pane.tsx";
import type { useCart } from "../cart/use-cart.ts";
import { t, tCount } from "../text/text.ts";

/** The cart at the foot of a phone: what is in it, and the way to pay under the thumb. */
export function CartBar({ counter }: { readonly counter: ReturnType<typeof useCart> }) {
  const { money } = useTill();
  const { cart, storage, refusalText } = counter;
  return (
    <section className="cart-bar" aria-label={t("cart.title")}>
      {storage === "failed" && <CartNotSaved />}
      {refusalText !== undefined && (
        <p className="notice notice-wait" role="alert">
          {refusalText}
        </p>
      )}
      {cart.lines.length > 0 && (
        <div className="cart-bar-row">
          <Link href="/cart" className="button cart-bar-open">
            <span className="small soft">{tCount("cart.items", cart.lines.length)}</span>
            <span className="figures">{money.full(cartTotalMinor(cart))}</span>
            <span className="visually-hidden">{t("cart.open")}</span>
          </Link>
          <PayLink isBlocked={storage === "failed"} label={t("cart.pay")} />
        </div>
      )}
    </section>
  );
}
