import { t } from "../text/text.ts";
import type { PaymentProblem } from "./take-payment.ts";

/** In plain words: nothing was saved, there is no receipt, the cart is still there. */
export function PaymentFailed({ problem }: { readonly problem: PaymentProblem }) {
  return (
    <div className="notice notice-stop" role="alert">
      <strong>{t("pay.failed.title")}</strong>
      <p>{problem.kind === "refused" ? problem.detail : t("pay.failed.body")}</p>
    </div>
  );
}
