import { assert } from "../assert.ts";
import { YEAR_MAX, YEAR_MIN } from "./instant.ts";

const DATE_PATTERN = /^(\d{4})-(\d{2})-(\d{2})$/;
const DAY_MS = 86_400_000;

/** Whether a text is a real calendar date "YYYY-MM-DD" in the years Duka holds. */
export function isBusinessDate(text: string): boolean {
  const year = Number(DATE_PATTERN.exec(text)?.[1] ?? Number.NaN);
  return year >= YEAR_MIN && year <= YEAR_MAX && dateOf(dayMs(text)) === text;
}

/** The date a whole number of days later (earlier, if negative). */
export function addDays(date: string, days: number): string {
  return dateOf(dayMs(date) + days * DAY_MS);
}

/** How many days `to` is after `from`. */
export function daysBetween(from: string, to: string): number {
  return (dayMs(to) - dayMs(from)) / DAY_MS;
}

/** The Monday of the date's week. */
export function weekStart(date: string): string {
  const daysSinceMonday = (new Date(dayMs(date)).getUTCDay() + 6) % 7;
  return addDays(date, -daysSinceMonday);
}

/** The first of the date's month. */
export function monthStart(date: string): string {
  return `${date.slice(0, 8)}01`;
}

/** The date of a wall clock reading that is written as if it were UTC. */
export function dateOfWallClock(wallClockMs: number): string {
  return dateOf(wallClockMs);
}

function dayMs(date: string): number {
  const match = DATE_PATTERN.exec(date);
  assert(match !== null, `not a date: ${date}`);
  return Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3]));
}

function dateOf(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10);
}
