import type { Timers } from "./environment/environment.ts";

/** Rejects after `deadlineMs`, also when the work never ends; `onLate` is told so that it can be cut short. */
export function withDeadline<T>(
  work: Promise<T>,
  { timers, deadlineMs, onLate }: { timers: Timers; deadlineMs: number; onLate?: () => void },
): Promise<T> {
  return new Promise((resolve, reject) => {
    const cancel = timers.set(deadlineMs, () => {
      onLate?.();
      reject(new Error(`No end within ${deadlineMs} ms.`));
    });
    work.finally(cancel).then(resolve, reject);
  });
}
