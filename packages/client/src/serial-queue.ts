/** Runs jobs one after another in the order they came; a failed job does not stop the next. */
export interface SerialQueue {
  run<T>(job: () => Promise<T>): Promise<T>;
}

/** A queue with nothing in it. */
export function createQueue(): SerialQueue {
  let last: Promise<unknown> = Promise.resolve();
  return {
    run(job) {
      const next = last.then(job, job);
      last = next.catch(() => undefined);
      return next;
    },
  };
}
