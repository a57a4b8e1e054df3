import { assert } from "../assert.ts";

/** Years beyond these are refused: databases and zone rules hold them all. */
export const YEAR_MIN = 1900;
export const YEAR_MAX = 9998;

const RFC_3339 =
  /^(\d{4})-(\d{2})-(\d{2})[Tt ](\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?(?:([Zz])|([+-])(\d{2}):?(\d{2}))$/;

const MINUTE_MS = 60_000;

/**
 * Reads an RFC 3339 instant with its offset as epoch milliseconds; undefined for anything else, an impossible date included.
 * Digits beyond the millisecond are cut, as no till has them; seconds may be absent, as some clients leave them out.
 */
export function parseInstant(text: string): number | undefined {
  const match = RFC_3339.exec(text);
  if (match === null) return undefined;
  const [, year, month, day, hour, minute, second = "0", fraction = "", zulu, sign, offsetHour, offsetMinute] = match;
  const wallMs = wallClockMs([year, month, day, hour, minute, second].map(Number));
  if (wallMs === undefined) return undefined;
  const offset = zulu === undefined ? offsetMinutes(sign, Number(offsetHour), Number(offsetMinute)) : 0;
  if (offset === undefined) return undefined;
  const instantMs = wallMs + Number(fraction.padEnd(3, "0").slice(0, 3)) - offset * MINUTE_MS;
  return isInstantInBounds(instantMs) ? instantMs : undefined;
}

/** Writes epoch milliseconds as "2026-01-31T14:30:00.000Z". */
export function formatInstant(instantMs: number): string {
  assert(isInstantInBounds(instantMs), `not an instant that Duka holds: ${instantMs}`);
  return new Date(instantMs).toISOString();
}

/** Whether an instant is in the years Duka holds, in every time zone. */
export function isInstantInBounds(instantMs: number): boolean {
  return instantMs >= Date.UTC(YEAR_MIN, 0, 2) && instantMs < Date.UTC(YEAR_MAX, 11, 31);
}

function wallClockMs(parts: readonly number[]): number | undefined {
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts;
  if (hour > 23 || minute > 59 || second > 60) return undefined;
  const wall = new Date(Date.UTC(year, month - 1, day));
  const isRealDate = wall.getUTCFullYear() === year && wall.getUTCMonth() === month - 1 && wall.getUTCDate() === day;
  // A leap second counts as the last one of its minute, as clocks that smear show it.
  return isRealDate ? wall.getTime() + (hour * 60 + minute) * MINUTE_MS + Math.min(second, 59) * 1000 : undefined;
}

function offsetMinutes(sign: string | undefined, hours: number, minutes: number): number | undefined {
  if (hours > 23 || minutes > 59) return undefined;
  return (sign === "-" ? -1 : 1) * (hours * 60 + minutes);
}
