import { t } from "../text/text.ts";

export function Loading() {
  return (
    <main className="middle">
      <output className="soft">{t("app.loading")}</output>
    </main>
  );
}
