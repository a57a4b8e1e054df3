import { useTill } from "../app/till.ts";
import { t } from "../text/text.ts";

/** Says that the device stores nothing, which stops selling, and offers another try. */
export function CartNotSaved() {
  const { openCart } = useTill();
  return (
    <div className="notice notice-stop" role="alert">
      <p>{t("cart.notSaved")}</p>
      <button type="button" className="button" onClick={() => openCart.retry()}>
        {t("cart.notSaved.retry")}
      </button>
    </div>
  );
}
