import { t } from "../text/text.ts";

/** What to suggest as this till's name: people change it, but must not have to. */
export function guessTillName(): string {
  return matchMedia("(pointer: coarse)").matches ? t("session.tillName.phone") : t("session.tillName.desk");
}
