import { useEffect, useRef, useState } from "react";
import { useLocation } from "wouter";
import { type Till, useTill } from "../app/till.ts";
import { cartTotalMinor } from "../cart/cart.ts";
import { productsMadeIn, rememberLocalProducts } from "../catalogue/local-products.ts";
import type { SaleContext } from "../cart/sale-draft.ts";
import { checkPayment, type PaymentProblem, takePayment } from "./take-payment.ts";

/** Carries out a payment: checks the device when the screen opens, saves once, and says what went wrong. */
export function usePayment() {
  const till = useTill();
  const [problem, setProblem] = useState<PaymentProblem>();
  const [isSaving, setSaving] = useState(false);
  // A second press may come before React has drawn the button as disabled.
  const isTaken = useRef(false);
  const [, navigate] = useLocation();

  useEffect(() => {
    const exactMinor = cartTotalMinor(till.openCart.get().cart);
    void checkPayment(till, contextOf(till, exactMinor)).then(setProblem);
  }, [till]);

  async function take(receivedMinor: number): Promise<void> {
    if (isTaken.current) return;
    isTaken.current = true;
    setSaving(true);
    const made = productsMadeIn(till.openCart.get().cart);
    const result = await takePayment(till, contextOf(till, receivedMinor));
    if (result.ok) {
      navigate("/", { replace: true });
      till.shelf.addLocal(made);
      await rememberLocalProducts(till.database, till.enrolment.shop.id, made).catch(() => undefined);
      return;
    }
    isTaken.current = false;
    setSaving(false);
    setProblem(result.error);
  }

  return { take, isSaving, problem };
}

function contextOf({ money, enrolment }: Till, receivedMinor: number): SaleContext {
  return { receivedMinor, currencyExponent: money.exponent, cashierId: enrolment.user.id };
}
