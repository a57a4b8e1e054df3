import type { SyncState } from "@duka/client";
import { Link } from "wouter";
import { t } from "../text/text.ts";

/** Why the whole queue waits for a person, and what that person can do. */
export function HeldNotice({ held }: { readonly held: SyncState["held"] }) {
  if (held === undefined) return null;
  if (held.reason === "sign_in") {
    return (
      <div className="notice notice-wait">
        <strong>{t("sync.held.sign_in.title")}</strong>
        <p>{t("sync.held.sign_in.body")}</p>
        <Link href="/sign-in" className="button button-primary">
          {t("sync.held.sign_in.action")}
        </Link>
      </div>
    );
  }
  return (
    <div className="notice notice-stop">
      <strong>{t(`sync.held.${held.reason}.title`)}</strong>
      <p>
        {held.reason === "refused"
          ? t("sync.held.refused.body", { detail: held.detail })
          : t(`sync.held.${held.reason}.body`)}
      </p>
    </div>
  );
}
