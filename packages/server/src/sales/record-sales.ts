import { dialectOf } from "../database/dialect.ts";
import { type CommitServices, commitBatches } from "./ingest/commit-batches.ts";
import { type IngestBounds, IngestQueue } from "./ingest/ingest-queue.ts";
import type { SaleOutcome, SalesSubmission } from "./ingest/sales-submission.ts";

export type { SaleOutcome, SalesSubmission } from "./ingest/sales-submission.ts";

/** Records sales for good; the way in for everything that arrives by HTTP. */
export type SalesRecorder = {
  /**
   * One outcome per sale, in their order, once they are committed. Sales of many requests share commits.
   * Rejects when the database is away or too much is waiting; sending the same again is then right and harmless.
   */
  readonly record: (submission: SalesSubmission) => Promise<readonly SaleOutcome[]>;
  /** Resolves when everything that was submitted has its outcome. */
  readonly idle: () => Promise<void>;
};

const BOUNDS_COMMON = { salesPerShopMax: 1_000, waitingMax: 50_000, waitingPerShopMax: 10_000 };
/** One writer: what many shops have to say shares one fsync, for at most so many that none waits long. */
const BOUNDS_ONE_WRITER: IngestBounds = { ...BOUNDS_COMMON, commitsMax: 1, shopsPerCommitMax: 50 };
/** A transaction per shop, as many as leave connections of the pool to the readers. */
const BOUNDS_MANY_WRITERS: IngestBounds = { ...BOUNDS_COMMON, commitsMax: 5, shopsPerCommitMax: 1 };

export function salesRecorder(services: CommitServices): SalesRecorder {
  const bounds = dialectOf(services.database).commitsManyShops ? BOUNDS_ONE_WRITER : BOUNDS_MANY_WRITERS;
  const queue = new IngestQueue((batches) => commitBatches(services, batches), bounds);
  return { record: (submission) => queue.submit(submission), idle: () => queue.idle() };
}
