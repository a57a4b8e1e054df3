import type { Environment } from "@duka/client";
import type { SeededRandom } from "../seeded-random.ts";

type OutboxStorage = Environment["outboxStorage"];
type OutboxWriter = Parameters<Parameters<OutboxStorage["write"]>[0]>[0];

/** Where a process may die: before each call of a writing transaction, before its commit and after it. */
export type CrashPoint = () => void;

/** Draws at each point; a hit ends this process at once, with nothing flushed and nothing closed. */
export function killingCrashPoint(random: SeededRandom, probability: number): CrashPoint {
  return () => {
    if (random.chance(probability)) process.kill(process.pid, "SIGKILL");
  };
}

/** The outbox storage with crash points in it. Reading changes nothing, so a crash there teaches nothing. */
export function crashingStorage(storage: OutboxStorage, crashPoint: CrashPoint): OutboxStorage {
  return {
    ...storage,
    read: (work) => storage.read(work),
    close: () => storage.close(),
    async write(work) {
      const result = await storage.write(async (writer) => {
        const inside = await work(crashingWriter(writer, crashPoint));
        crashPoint();
        return inside;
      });
      crashPoint();
      return result;
    },
  };
}

function crashingWriter(writer: OutboxWriter, crashPoint: CrashPoint): OutboxWriter {
  return {
    ...writer,
    putLedger: (ledger) => (crashPoint(), writer.putLedger(ledger)),
    addRow: (row) => (crashPoint(), writer.addRow(row)),
    putRow: (row) => (crashPoint(), writer.putRow(row)),
    deleteRow: (deviceSeq) => (crashPoint(), writer.deleteRow(deviceSeq)),
  };
}
