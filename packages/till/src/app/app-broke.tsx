import { Component, type ReactNode } from "react";
import { t } from "../text/text.ts";

type AppBrokeProps = { readonly children: ReactNode };

/** Catches a bug in a screen: says that the saved sales are safe, and starts again. React offers this only to a class. */
export class AppBroke extends Component<AppBrokeProps, { readonly isBroken: boolean }> {
  override state = { isBroken: false };

  static getDerivedStateFromError() {
    return { isBroken: true };
  }

  override render() {
    if (!this.state.isBroken) return this.props.children;
    return (
      <main className="middle">
        <div className="notice notice-stop" role="alert">
          <h1>{t("app.broke.title")}</h1>
          <p>{t("app.broke.body")}</p>
          <button type="button" className="button" onClick={() => location.replace("/")}>
            {t("app.broke.reload")}
          </button>
        </div>
      </main>
    );
  }
}
