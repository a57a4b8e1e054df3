import type { ClientAnswer } from "./client-call.ts";

/** How many answers had which status. */
export function statusCounts(answers: readonly ClientAnswer[]): Readonly<Record<number, number>> {
  const counts: Record<number, number> = {};
  for (const { status } of answers) counts[status] = (counts[status] ?? 0) + 1;
  return counts;
}
