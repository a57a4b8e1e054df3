import type { JobKind, Trx } from "../database/schema.ts";
import { insertJobs, readNextDueMs, writeDueShop } from "./jobs.queries.ts";

export type NewJob = {
  readonly kind: JobKind;
  /** A second job with this kind and key is the same job. */
  readonly key: string;
  readonly payload: unknown;
  readonly dueAtMs: number;
};

/**
 * Writes down work to be done after this commit. Part of the shop's transaction (its lock is held), so the work exists
 * exactly when its cause does.
 */
export async function enqueueJobs(
  trx: Trx,
  shopId: string,
  { jobs, nowMs }: { readonly jobs: readonly NewJob[]; readonly nowMs: number },
): Promise<void> {
  if (jobs.length === 0) return;
  await insertJobs(
    trx,
    jobs.map(({ kind, key, payload, dueAtMs }) => ({
      shop_id: shopId,
      kind,
      job_key: key,
      payload: JSON.stringify(payload),
      created_at_ms: nowMs,
      due_at_ms: dueAtMs,
      lease_token: null,
      failure_count: 0,
      unknown_count: 0,
      last_problem: null,
      finished_at_ms: null,
      outcome: null,
    })),
  );
  await writeNextDue(trx, shopId);
}

/** Keeps the global list of due shops in step with the shop's jobs; after every change to them. */
export async function writeNextDue(trx: Trx, shopId: string): Promise<void> {
  await writeDueShop(trx, shopId, await readNextDueMs(trx, shopId));
}
