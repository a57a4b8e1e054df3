import type { JobKind, Trx } from "../database/schema.ts";
import { FINISHED_KEPT_MS, JOBS_PER_CLAIM_MAX } from "./job-bounds.ts";
import { claimChange, type JobCounts, type JobResult, settleChange } from "./job-step.ts";
import { deleteFinishedJobs, type JobKey, type JobRow, readDueJobs, readJob, updateJob } from "./jobs.queries.ts";
import { writeNextDue } from "./enqueue-jobs.ts";

/** A job that this worker holds until its lease ends. */
export type ClaimedJob = JobKey & JobCounts & { readonly payload: string; readonly leaseToken: string };

/** Leases the shop's due jobs to one worker; nobody else gets them before the lease ends. Under the shop's lock. */
export async function claimJobs(
  trx: Trx,
  shopId: string,
  {
    kinds,
    nowMs,
    leaseToken,
  }: { readonly kinds: readonly JobKind[]; readonly nowMs: number; readonly leaseToken: string },
): Promise<readonly ClaimedJob[]> {
  const due = await readDueJobs(trx, { shopId, kinds, nowMs, jobsMax: JOBS_PER_CLAIM_MAX });
  const claimed: ClaimedJob[] = [];
  for (const job of due) {
    const change = claimChange(job, { nowMs, leaseToken });
    await updateJob(trx, job, change);
    if (change.lease_token === leaseToken) claimed.push(claimedJob({ ...job, ...change }, leaseToken));
  }
  await deleteFinishedJobs(trx, shopId, nowMs - FINISHED_KEPT_MS);
  await writeNextDue(trx, shopId);
  return claimed;
}

/** Writes down what a try came to, unless the lease went to another worker meanwhile: then that one's word counts. */
export async function settleJob(
  trx: Trx,
  job: ClaimedJob,
  { result, nowMs, chance }: { readonly result: JobResult; readonly nowMs: number; readonly chance: number },
): Promise<void> {
  const current = await readJob(trx, job);
  if (current === undefined || current.lease_token !== job.leaseToken) return;
  await updateJob(trx, job, settleChange(current, result, { nowMs, chance }));
  await writeNextDue(trx, job.shop_id);
}

function claimedJob(row: JobRow, leaseToken: string): ClaimedJob {
  const { shop_id, kind, job_key, payload, failure_count, unknown_count } = row;
  return { shop_id, kind, job_key, payload, failure_count, unknown_count, leaseToken };
}
