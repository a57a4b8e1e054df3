import type { LockedShop } from "../database/locked-shop.ts";
import type { Database, JobKind, Trx } from "../database/schema.ts";
import { inShopTransaction } from "../database/shop-transaction.ts";
import { claimJobs, type ClaimedJob, settleJob } from "./claim-jobs.ts";
import type { JobResult } from "./job-step.ts";

/** Turns due facts of a shop into jobs, inside the transaction that claims: a fact is planned exactly once. */
export type JobPlanner = (trx: Trx, shop: LockedShop, nowMs: number) => Promise<void>;

/** Does one job, outside any transaction. It may run more than once for the same job, so its effect must bear that. */
export type JobHandler = (job: ClaimedJob) => Promise<JobResult>;

export type JobEnvironment = {
  readonly db: Database;
  readonly nowMs: () => number;
  /** In [0, 1). */
  readonly chance: () => number;
  readonly newId: () => string;
};

export type JobWork = {
  readonly planners: readonly JobPlanner[];
  readonly handlers: Partial<Readonly<Record<JobKind, JobHandler>>>;
};

/** Plans, claims and runs what is due in one shop; a stopping worker gives back what it has not started. */
export async function runShopJobs(
  environment: JobEnvironment,
  { planners, handlers }: JobWork,
  { shopId, signal }: { readonly shopId: string; readonly signal: AbortSignal },
): Promise<void> {
  const { db, nowMs, newId } = environment;
  // The handlers' own record lost its key type in keys().
  const kinds = Object.keys(handlers) as JobKind[];
  const claimed = await inShopTransaction(db, shopId, async (trx, shop) => {
    const claimedAtMs = nowMs();
    for (const plan of planners) await plan(trx, shop, claimedAtMs);
    return await claimJobs(trx, shopId, { kinds, nowMs: claimedAtMs, leaseToken: newId() });
  });
  for (const job of claimed) {
    const result = signal.aborted ? ({ kind: "released" } as const) : await runJob(handlers[job.kind], job);
    await settle(environment, job, result);
  }
}

async function runJob(handler: JobHandler | undefined, job: ClaimedJob): Promise<JobResult> {
  if (handler === undefined) return { kind: "released" };
  try {
    return await handler(job);
  } catch (error) {
    // A handler answers with what happened; one that throws has a bug, and nobody knows how far it came.
    return { kind: "unknown", problem: error instanceof Error ? error.name : "unknown" };
  }
}

async function settle({ db, nowMs, chance }: JobEnvironment, job: ClaimedJob, result: JobResult): Promise<void> {
  await inShopTransaction(db, job.shop_id, async (trx) =>
    settleJob(trx, job, { result, nowMs: nowMs(), chance: chance() }),
  );
}
