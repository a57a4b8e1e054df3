/** One claim about the shop after the replay. */
export type Check = { readonly claim: string; readonly expected: string; readonly actual: string };

export function isRight(check: Check): boolean {
  return check.expected === check.actual;
}

/** A claim about a number of things. */
export function countCheck(claim: string, expected: number, actual: number): Check {
  return { claim, expected: formatCount(expected), actual: formatCount(actual) };
}

/** A claim about money. */
export function amountCheck(claim: string, expectedMinor: bigint, actualMinor: bigint): Check {
  return { claim, expected: formatPounds(expectedMinor), actual: formatPounds(actualMinor) };
}

/** A claim about every member of a set; the actual value names the first few that break it. */
export function noneCheck(claim: string, offenders: readonly string[]): Check {
  const named = offenders.slice(0, OFFENDERS_NAMED_MAX).join("; ");
  return { claim, expected: "none", actual: offenders.length === 0 ? "none" : `${offenders.length}: ${named}` };
}

const OFFENDERS_NAMED_MAX = 3;

export function formatCount(count: number): string {
  return count.toLocaleString("en-GB");
}

export function formatPounds(minor: bigint): string {
  const pence = (minor < 0n ? -minor : minor).toString().padStart(3, "0");
  const pounds = BigInt(pence.slice(0, -2)).toLocaleString("en-GB");
  return `${minor < 0n ? "-" : ""}£${pounds}.${pence.slice(-2)}`;
}
