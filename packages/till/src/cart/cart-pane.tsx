import { Link } from "wouter";
import { useTill } from "../app/till.ts";
import { Icon } from "../design/icon.tsx";
import { t } from "../text/text.ts";
import { type CartLine, cartTotalMinor, stepLine } from "./cart.ts";
import { CartLines } from "./cart-lines.tsx";
import { CartNotSaved } from "./cart-not-saved.tsx";
import { ClearCart } from "./clear-cart.tsx";
import type { useCart } from "./use-cart.ts";
import "./cart.css";

type CartPaneProps = { readonly counter: ReturnType<typeof useCart>; readonly onEdit: (line: CartLine) => void };

/** The cart, its total and the way to payment: beside the products on a desk, a screen of its own on a phone. */
export function CartPane({ counter, onEdit }: CartPaneProps) {
  const { cart, storage, change, refusalText } = counter;
  return (
    <div className="cart-pane">
      {storage === "failed" && <CartNotSaved />}
      {refusalText !== undefined && (
        <p className="notice notice-wait" role="alert">
          {refusalText}
        </p>
      )}
      {cart.lines.length === 0 ? (
        <CartEmpty />
      ) : (
        <CartLines
          lines={cart.lines}
          onStep={(lineNumber, delta) => change((current) => stepLine(current, lineNumber, delta))}
          onEdit={onEdit}
        />
      )}
      <CartFoot counter={counter} />
    </div>
  );
}

function CartEmpty() {
  return (
    <div className="cart-empty">
      <Icon name="basket" />
      <p>{t("cart.empty")}</p>
      <p className="soft small">{t("cart.empty.hint")}</p>
    </div>
  );
}

function CartFoot({ counter }: Pick<CartPaneProps, "counter">) {
  const { money } = useTill();
  const { cart, storage, change } = counter;
  if (cart.lines.length === 0) return null;
  return (
    <div className="cart-foot">
      <p className="cart-total">
        <span>{t("cart.total")}</span>
        <span className="figures">{money.full(cartTotalMinor(cart))}</span>
      </p>
      <div className="cart-actions">
        <ClearCart onClear={() => change((current) => ({ ok: true, value: { ...current, lines: [] } }))} />
        <PayLink isBlocked={storage === "failed"} label={t("cart.pay")} />
      </div>
    </div>
  );
}

/** Leads to payment; blocked while the device refuses to store anything. */
export function PayLink({ isBlocked, label }: { readonly isBlocked: boolean; readonly label: string }) {
  const className = "button button-primary button-large pay-link";
  if (isBlocked) {
    return (
      <button type="button" className={className} disabled>
        {label}
      </button>
    );
  }
  return (
    <Link href="/pay" className={className} aria-keyshortcuts="F9">
      {label} <kbd>F9</kbd>
    </Link>
  );
}
