import { type Check, isRight } from "./check.ts";
import { LINK_FAULTS } from "./till/unreliable-transport.ts";
import type { ReplayResult } from "./run-replay.ts";

/** What the replay went through, and what came of it: one line per check. */
export function summaryText({ checks, tills, serverKills, linkFaults }: ReplayResult, durationMs: number): string {
  const crashes = tills.reduce((sum, till) => sum + till.crashes, 0);
  const faults = [
    `${crashes} till crashes`,
    `${serverKills} server kills`,
    ...LINK_FAULTS.map((fault) => `${linkFaults.get(fault) ?? 0} times ${fault}`),
  ];
  const failed = checks.filter((check) => !isRight(check)).length;
  return [
    "",
    checksTable(checks),
    "",
    `faults: ${faults.join(", ")}`,
    `${checks.length - failed} passed, ${failed} failed in ${(durationMs / 1_000).toFixed(1)} s`,
  ].join("\n");
}

/** Where something is wrong, what was expected stands beside it. */
export function checksTable(checks: readonly Check[]): string {
  const claimWidth = Math.max(...checks.map((check) => check.claim.length));
  return checks
    .map((check) => {
      const value = isRight(check) ? check.actual : `${check.actual} (expected ${check.expected})`;
      return `${isRight(check) ? "ok  " : "FAIL"}  ${check.claim.padEnd(claimWidth)}  ${value}`;
    })
    .join("\n");
}
