import { assert } from "../assert.ts";
import { dateOfWallClock } from "./calendar-date.ts";

/** The day cut is a wall clock time before noon: a sale at 01:30 with a cut of 04:00 belongs to the day before. */
const DAY_CUT_MINUTES_MAX = 12 * 60;

/** Bounds the cache below; there are about 600 zone names in the world. */
const FORMATS_MAX = 1000;
const MINUTE_MS = 60_000;

const formatByZone = new Map<string, Intl.DateTimeFormat>();

/** Whether this machine knows the IANA time zone. */
export function isTimeZone(name: string): boolean {
  // A bare offset such as "+03:00" is no place and has no daylight saving to follow.
  if (!/^[A-Za-z]/.test(name)) return false;
  try {
    zoneFormat(name);
    return true;
  } catch {
    return false;
  }
}

/**
 * The shop's business date "YYYY-MM-DD" at an instant: the wall clock in its zone, less the day cut.
 * The cut is taken off the wall clock reading, not off the instant, so that it stays at 04:00 on days with a clock change.
 */
export function businessDateAt(instantMs: number, timeZone: string, dayCutMinutes: number): string {
  assert(dayCutMinutes >= 0 && dayCutMinutes <= DAY_CUT_MINUTES_MAX, `day cut out of range: ${dayCutMinutes}`);
  return dateOfWallClock(wallClockMs(instantMs, timeZone) - dayCutMinutes * MINUTE_MS);
}

/** What a clock on the shop's wall shows, as if that reading were UTC, to the second. */
function wallClockMs(instantMs: number, timeZone: string): number {
  const reading: Record<string, number> = {};
  for (const part of zoneFormat(timeZone).formatToParts(instantMs)) reading[part.type] = Number(part.value);
  const { year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0 } = reading;
  return Date.UTC(year, month - 1, day, hour, minute, second);
}

// Making a format costs about 50 times what using it does.
function zoneFormat(timeZone: string): Intl.DateTimeFormat {
  const known = formatByZone.get(timeZone);
  if (known !== undefined) return known;
  const format = new Intl.DateTimeFormat("en-US-u-ca-iso8601-nu-latn", {
    timeZone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  });
  if (formatByZone.size < FORMATS_MAX) formatByZone.set(timeZone, format);
  return format;
}
