import { useEffect, useState } from "react";
import { registerSW } from "virtual:pwa-register";
import { t } from "../text/text.ts";

/** Offers a new version when it has been fetched; the cashier says when. The cart and the outbox survive the reload. */
export function AppUpdate() {
  const [apply, setApply] = useState<() => void>();

  useEffect(() => {
    const update = registerSW({ immediate: true, onNeedRefresh: () => setApply(() => () => void update(true)) });
  }, []);

  if (apply === undefined) return null;
  return (
    <aside className="update no-print" aria-label={t("app.update.ready")}>
      <span>{t("app.update.ready")}</span>
      <button type="button" className="button" onClick={apply}>
        {t("app.update.apply")}
      </button>
    </aside>
  );
}
