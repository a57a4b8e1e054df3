import { useLocation } from "wouter";
import { CartPane } from "../cart/cart-pane.tsx";
import { useCart } from "../cart/use-cart.ts";
import { useLineTask } from "../cart/use-line-task.tsx";
import { Screen } from "../design/screen.tsx";
import { SyncChip } from "../sync/sync-chip.tsx";
import { t } from "../text/text.ts";
import { useSellKeys } from "./use-sell-keys.ts";

const NO_SEARCH = { current: null };

/** The cart on a phone. */
export function CartScreen() {
  const counter = useCart();
  const { begin, dialog } = useLineTask({ change: counter.change });
  const [, navigate] = useLocation();
  const canPay = counter.cart.lines.length > 0 && counter.storage !== "failed";
  useSellKeys({
    search: NO_SEARCH,
    isSuspended: dialog !== false,
    onPay: () => canPay && navigate("/pay"),
    onSellNew: () => begin({ kind: "new", name: "" }),
  });
  return (
    <Screen title={t("cart.title")} backTo="/" aside={<SyncChip />}>
      <CartPane
        counter={counter}
        onEdit={({ product, lineNumber, ...entry }) => begin({ kind: "edit", product, lineNumber, entry })}
      />
      {dialog}
    </Screen>
  );
}
