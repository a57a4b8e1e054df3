import type { JobKind, JobOutcome, Trx } from "../database/schema.ts";
import { finishJobs, type JobRow, readDueJobs } from "./jobs.queries.ts";

export type FactsWanted = {
  readonly shopId: string;
  readonly kind: JobKind;
  readonly nowMs: number;
  readonly factsMax: number;
};

/**
 * Hands a shop's due facts to a planner and finishes them, in one transaction under the shop's lock: each is planned
 * exactly once. `use` is not called when there are none.
 */
export async function takeFacts(
  trx: Trx,
  { shopId, kind, nowMs, factsMax }: FactsWanted,
  use: (facts: readonly JobRow[]) => Promise<JobOutcome>,
): Promise<void> {
  const facts = await readDueJobs(trx, { shopId, kinds: [kind], nowMs, jobsMax: factsMax });
  if (facts.length === 0) return;
  const outcome = await use(facts);
  await finishJobs(trx, { shopId, kind, keys: facts.map((fact) => fact.job_key), outcome, nowMs });
}
