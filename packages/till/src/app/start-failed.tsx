import { t } from "../text/text.ts";

/** The device stores nothing, so nothing may be sold here: said plainly, with what to do. */
export function StartFailed({ reason }: { readonly reason: string }) {
  return (
    <main className="middle">
      <div className="notice notice-stop" role="alert">
        <h1>{t("start.failed.title")}</h1>
        <p>{t("start.failed.body")}</p>
        <p>{t("start.failed.help")}</p>
        <p className="small soft">{reason}</p>
        <button type="button" className="button" onClick={() => location.reload()}>
          {t("start.failed.retry")}
        </button>
      </div>
    </main>
  );
}
