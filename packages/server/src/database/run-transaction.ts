import { setTimeout as delay } from "node:timers/promises";
import { databaseFailureOf } from "./database-failure.ts";
import { dialectOf } from "./dialect.ts";
import type { Database, Trx } from "./schema.ts";

const ATTEMPTS_MAX = 8;
const RETRY_DELAY_BASE_MS = 10;
const RETRY_DELAY_MAX_MS = 1_000;

/**
 * One write transaction. Runs `work` again, from its start, after a deadlock, a serialisation failure or a connection
 * lost before COMMIT; so `work` must have no effect but through `trx`. A connection lost during COMMIT is thrown: nobody
 * knows what happened, and only the caller can tell whether doing it twice is harmless.
 */
export async function runTransaction<T>(db: Database, work: (trx: Trx) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    let isCommitting = false;
    try {
      return await beginWrite(db).execute(async (trx) => {
        const result = await work(trx);
        isCommitting = true;
        return result;
      });
    } catch (error) {
      if (attempt >= ATTEMPTS_MAX || !canRunAgain(error, isCommitting)) throw error;
      await delay(Math.min(RETRY_DELAY_MAX_MS, RETRY_DELAY_BASE_MS * 2 ** attempt));
    }
  }
}

/** A read of several statements that all see the same moment. */
export async function runSnapshot<T>(db: Database, work: (trx: Trx) => Promise<T>): Promise<T> {
  const snapshot = db.transaction().setAccessMode("read only");
  const isolated = dialectOf(db).locksRows ? snapshot.setIsolationLevel("repeatable read") : snapshot;
  return await isolated.execute(work);
}

function beginWrite(db: Database) {
  // MySQL connections are set to READ COMMITTED once, when opened; SQLite has one writer.
  return dialectOf(db).name === "postgres" ? db.transaction().setIsolationLevel("read committed") : db.transaction();
}

function canRunAgain(error: unknown, isCommitting: boolean): boolean {
  const failure = databaseFailureOf(error);
  return failure === "retry" || (failure === "connection_lost" && !isCommitting);
}
