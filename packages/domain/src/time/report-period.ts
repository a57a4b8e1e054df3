import { assert } from "../assert.ts";
import { monthStart, weekStart } from "./calendar-date.ts";

/** How a report groups its days. Weeks start on Monday; months are calendar months. */
export const REPORT_PERIODS = ["daily", "weekly", "monthly"] as const;

export type ReportPeriod = (typeof REPORT_PERIODS)[number];

/** The days of one period, oldest first; `date` is the period's first day, even where the report starts after it. */
export type PeriodGroup<Day> = { readonly date: string; readonly days: readonly Day[] };

const START_OF: Readonly<Record<ReportPeriod, (date: string) => string>> = {
  daily: (date) => date,
  weekly: weekStart,
  monthly: monthStart,
};

/** The first day "YYYY-MM-DD" of the period that a date belongs to. */
export function periodStart(date: string, period: ReportPeriod): string {
  return START_OF[period](date);
}

/** Groups days that come in order of their dates. A period without days has no group. */
export function groupByPeriod<Day extends { readonly businessDate: string }>(
  days: readonly Day[],
  period: ReportPeriod,
): readonly PeriodGroup<Day>[] {
  const groups: { date: string; days: Day[] }[] = [];
  for (const day of days) {
    const date = periodStart(day.businessDate, period);
    const last = groups.at(-1);
    assert(last === undefined || last.date <= date, "the days of a report come in order");
    if (last?.date === date) last.days.push(day);
    else groups.push({ date, days: [day] });
  }
  return groups;
}
