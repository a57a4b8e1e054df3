interface EndingTransaction {
  /** Resolves on `complete`, rejects on `error` and `abort`. */
  readonly done: Promise<void>;
  abort(): void;
}

/** Resolves on the transaction's `complete` only; a failed call or an abort rejects and leaves nothing behind. */
export async function completeTransaction<T>(transaction: EndingTransaction, work: Promise<T>): Promise<T> {
  const { done } = transaction;
  // When the work fails first, nobody waits for the end any more.
  done.catch(() => undefined);
  try {
    const result = await work;
    await done;
    return result;
  } catch (error) {
    abortQuietly(transaction);
    throw error;
  }
}

function abortQuietly(transaction: EndingTransaction): void {
  try {
    transaction.abort();
  } catch {
    // It had ended already: with the failure that is being reported.
  }
}
