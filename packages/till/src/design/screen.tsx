import type { ReactNode } from "react";
import { Link } from "wouter";
import { t } from "../text/text.ts";
import { Icon } from "./icon.tsx";

type ScreenProps = {
  readonly title: string;
  /** Where the back button leads; without it there is none. */
  readonly backTo?: string;
  /** Stands at the right of the title. */
  readonly aside?: ReactNode;
  readonly children: ReactNode;
};

/** A screen of one column under a title that stays in sight. */
export function Screen({ title, backTo, aside, children }: ScreenProps) {
  return (
    <div className="screen">
      <header className="screen-header no-print">
        {backTo !== undefined && (
          <Link href={backTo} className="button button-icon button-quiet" aria-label={t("app.back")}>
            <Icon name="back" />
          </Link>
        )}
        <h1>{title}</h1>
        {aside}
      </header>
      <main className="screen-body">{children}</main>
    </div>
  );
}
