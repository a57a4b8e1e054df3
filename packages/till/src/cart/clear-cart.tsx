import { useEffect, useState } from "react";
import { Icon } from "../design/icon.tsx";
import { t } from "../text/text.ts";

const QUESTION_MS = 4000;

/** Empties the cart at the second press, so that a slip of the thumb does not. */
export function ClearCart({ onClear }: { readonly onClear: () => void }) {
  const [isAsking, setAsking] = useState(false);

  useEffect(() => {
    if (!isAsking) return undefined;
    const timer = setTimeout(() => setAsking(false), QUESTION_MS);
    return () => clearTimeout(timer);
  }, [isAsking]);

  return isAsking ? (
    <button type="button" className="button button-danger" onClick={onClear}>
      {t("cart.clear.confirm")}
    </button>
  ) : (
    <button
      type="button"
      className="button button-icon clear-cart"
      aria-label={t("cart.clear")}
      onClick={() => setAsking(true)}
    >
      <Icon name="trash" />
    </button>
  );
}
