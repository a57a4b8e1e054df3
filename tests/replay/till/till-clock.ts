import { AsyncLocalStorage } from "node:async_hooks";
import type { Environment } from "@duka/client";

/**
 * A clock that shows an invoice's own time to the code that saves its sale, and the real time to all else.
 * The two weeks of sales are so told at their own hours, while the link is measured by the clock that is.
 */
export type TillClock = {
  readonly clock: Environment["clock"];
  /** Runs `sell` as if it were `instantMs`. */
  readonly sellAt: <T>(instantMs: number, sell: () => Promise<T>) => Promise<T>;
};

export function tillClock(real: Environment["clock"]): TillClock {
  const selling = new AsyncLocalStorage<{ instantMs: number; isOver: boolean }>();
  return {
    clock: {
      nowMs() {
        const moment = selling.getStore();
        // What the sale set off and outlives it, a push for instance, has the real time again.
        return moment === undefined || moment.isOver ? real.nowMs() : moment.instantMs;
      },
      monotonicMs: () => real.monotonicMs(),
    },
    async sellAt(instantMs, sell) {
      const moment = { instantMs, isOver: false };
      try {
        return await selling.run(moment, sell);
      } finally {
        moment.isOver = true;
      }
    },
  };
}
