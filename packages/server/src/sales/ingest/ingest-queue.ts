import type { SaleToRecord } from "@duka/domain";
import { AppError } from "../../http/app-error.ts";
import type { SaleOutcome, SalesSubmission, ShopBatch, WaitingSale } from "./sales-submission.ts";

/** Bounds of the queue; sales and shops are counted, commits are those at the same time. */
export type IngestBounds = {
  readonly commitsMax: number;
  readonly shopsPerCommitMax: number;
  readonly salesPerShopMax: number;
  readonly waitingMax: number;
  readonly waitingPerShopMax: number;
};

/** Commits batches of different shops. Settles every waiting sale itself; throws only when it could settle none. */
export type CommitBatches = (batches: readonly ShopBatch[]) => Promise<void>;

/**
 * Where sales wait for the commit they will share.
 *
 * | state      | enters when                                | leaves when                                         |
 * |------------|--------------------------------------------|-----------------------------------------------------|
 * | waiting    | submitted                                  | a commit is free and its shop is in none: committing |
 * | committing | the next commit takes it, shops in turn    | the commit is over: settled                          |
 * | settled    | its outcome, or the commit's failure, is known | –                                               |
 *
 * With nothing in flight a sale is committed at once. While one commit is in flight, arriving sales gather, and the
 * next takes all of them, so that the fsync and the round trips are shared. Shops take turns, and each has a limit per
 * commit: a busy one does not hold up the others.
 */
export class IngestQueue {
  readonly #commit: CommitBatches;
  readonly #bounds: IngestBounds;
  /** In the order in which the shops take turns. */
  readonly #waiting = new Map<string, WaitingSale[]>();
  readonly #shopsInFlight = new Set<string>();
  #waitingCount = 0;
  #commitCount = 0;
  #idle: PromiseWithResolvers<void> | undefined;

  constructor(commit: CommitBatches, bounds: IngestBounds) {
    this.#commit = commit;
    this.#bounds = bounds;
  }

  /**
   * One outcome per sale, in their order, once they are committed. Rejects when there is no room, or when a commit
   * failed as a whole; a large submission may then be half recorded, and sending it again records the rest.
   */
  async submit({ shopId, sales }: SalesSubmission): Promise<readonly SaleOutcome[]> {
    this.#refuseWhenFull(shopId, sales.length);
    const outcomes = sales.map((sale) => this.#enqueue(shopId, sale));
    this.#start();
    return await Promise.all(outcomes);
  }

  /** Resolves when nothing waits and nothing is in flight. */
  async idle(): Promise<void> {
    if (this.#commitCount === 0 && this.#waitingCount === 0) return;
    this.#idle ??= Promise.withResolvers();
    await this.#idle.promise;
  }

  #refuseWhenFull(shopId: string, count: number): void {
    const ofShop = this.#waiting.get(shopId)?.length ?? 0;
    const { waitingMax, waitingPerShopMax } = this.#bounds;
    // Whatever its size, a submission that finds its shop's queue empty gets in.
    if (ofShop === 0 && this.#waitingCount < waitingMax) return;
    if (this.#waitingCount + count <= waitingMax && ofShop + count <= waitingPerShopMax) return;
    throw new AppError("unavailable", "Too many sales are waiting to be recorded. Send these again in a moment.", {
      headers: { "retry-after": "1" },
    });
  }

  #enqueue(shopId: string, sale: SaleToRecord): Promise<SaleOutcome> {
    const { promise, resolve, reject } = Promise.withResolvers<SaleOutcome>();
    const ofShop = this.#waiting.get(shopId) ?? [];
    ofShop.push({ sale, resolve, reject });
    this.#waiting.set(shopId, ofShop);
    this.#waitingCount += 1;
    return promise;
  }

  #start(): void {
    while (this.#commitCount < this.#bounds.commitsMax) {
      const batches = this.#takeBatches();
      if (batches.length === 0) return;
      this.#commitCount += 1;
      void this.#run(batches);
    }
  }

  async #run(batches: readonly ShopBatch[]): Promise<void> {
    try {
      await this.#commit(batches);
    } catch (error) {
      for (const { waiting } of batches) for (const { reject } of waiting) reject(error);
    }
    for (const { shopId } of batches) this.#shopsInFlight.delete(shopId);
    this.#commitCount -= 1;
    this.#start();
    if (this.#commitCount === 0) this.#idle?.resolve();
    if (this.#commitCount === 0) this.#idle = undefined;
  }

  #takeBatches(): readonly ShopBatch[] {
    const batches: ShopBatch[] = [];
    for (const shopId of this.#waiting.keys()) {
      if (batches.length >= this.#bounds.shopsPerCommitMax) break;
      if (!this.#shopsInFlight.has(shopId)) batches.push(this.#takeBatch(shopId));
    }
    return batches;
  }

  #takeBatch(shopId: string): ShopBatch {
    const all = this.#waiting.get(shopId) ?? [];
    const waiting = all.slice(0, this.#bounds.salesPerShopMax);
    const rest = all.slice(waiting.length);
    // Deleted and set again, the shop goes to the end of the line.
    this.#waiting.delete(shopId);
    if (rest.length > 0) this.#waiting.set(shopId, rest);
    this.#waitingCount -= waiting.length;
    this.#shopsInFlight.add(shopId);
    return { shopId, waiting };
  }
}
