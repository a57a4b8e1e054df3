const CODE_LENGTH = 4;
const DIGITS = 5;

/**
 * The number a customer holds: a code of this outbox and a count without gaps, "7F3A-00042".
 * The code is the random end of the incarnation, so that a till that lost its outbox does not repeat its numbers.
 */
export function receiptNumber(incarnation: string, count: number): string {
  return `${incarnation.slice(-CODE_LENGTH).toUpperCase()}-${String(count).padStart(DIGITS, "0")}`;
}
