import { businessDateAt } from "@duka/domain";
import type { ReportShop } from "./reports.queries.ts";

/** The shop's business date now. */
export function todayIn({ timeZone, dayCutMinutes }: ReportShop, nowMs: number): string {
  return businessDateAt(nowMs, timeZone, dayCutMinutes);
}
