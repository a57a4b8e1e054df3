import { addDays, daysBetween, isBusinessDate, REPORT_PERIODS, type ReportPeriod } from "@duka/domain";
import { invalidField } from "../http/app-error.ts";

/** Business dates, both included. */
export type ReportRange = { readonly from: string; readonly to: string };

const DEFAULT_DAYS = 30;
/** A century: bounds the days that one report reads. */
export const REPORT_DAYS_MAX = 36_525;

/** One end of the range: the parameter's name and what was sent. */
export type RangeEnd = { readonly name: string; readonly text: string | undefined };

/** The days a report is about: 30 up to the end, which is today in the shop, unless told otherwise. */
export function reportRange(ends: { readonly from: RangeEnd; readonly to: RangeEnd }, today: string): ReportRange {
  const to = optionalDate(ends.to) ?? today;
  const from = optionalDate(ends.from) ?? addDays(to, 1 - DEFAULT_DAYS);
  const days = daysBetween(from, to) + 1;
  if (days < 1) throw invalidField(ends.to.name, "too_small", `${ends.to.name} is before ${ends.from.name}.`);
  if (days > REPORT_DAYS_MAX) {
    throw invalidField(ends.from.name, "too_small", `A report covers at most ${REPORT_DAYS_MAX} days.`);
  }
  return { from, to };
}

/** A date in a query string; undefined when absent or empty. */
export function optionalDate({ name, text }: RangeEnd): string | undefined {
  if (text === undefined || text === "") return undefined;
  if (!isBusinessDate(text)) throw invalidField(name, "invalid", `${name} must be a date such as 2026-01-31.`);
  return text;
}

/** How to group; weekly when absent or empty. */
export function reportPeriod(text: string | undefined): ReportPeriod {
  if (text === undefined || text === "") return "weekly";
  const period = REPORT_PERIODS.find((known) => known === text);
  if (period === undefined) throw invalidField("period", "invalid", `period must be ${REPORT_PERIODS.join(", ")}.`);
  return period;
}
