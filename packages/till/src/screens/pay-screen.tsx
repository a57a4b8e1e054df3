import { useCallback, useEffect } from "react";
import { Redirect, useLocation } from "wouter";
import { useTill } from "../app/till.ts";
import { cartTotalMinor } from "../cart/cart.ts";
import { Screen } from "../design/screen.tsx";
import { useObservable } from "../design/use-observable.ts";
import { PayForm } from "../payment/pay-form.tsx";
import { PaymentFailed } from "../payment/payment-failed.tsx";
import { usePayment } from "../payment/use-payment.ts";
import { SyncChip } from "../sync/sync-chip.tsx";
import { t } from "../text/text.ts";

/** What is due, what was handed over, and one button that finishes the sale. */
export function PayScreen() {
  const { openCart } = useTill();
  const { cart } = useObservable(openCart);
  const payment = usePayment();
  const [, navigate] = useLocation();
  useEscape(useCallback(() => navigate("/"), [navigate]));

  if (cart.lines.length === 0) return <Redirect to="/" replace />;
  return (
    <Screen title={t("pay.title")} backTo="/" aside={<SyncChip />}>
      <div className="stack">
        {payment.problem !== undefined && <PaymentFailed problem={payment.problem} />}
        <PayForm
          totalMinor={cartTotalMinor(cart)}
          isSaving={payment.isSaving}
          isRetry={payment.problem !== undefined}
          onPaid={(receivedMinor) => void payment.take(receivedMinor)}
        />
      </div>
    </Screen>
  );
}

function useEscape(onEscape: () => void): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key === "Escape") onEscape();
    };
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, [onEscape]);
}
