import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { createNodeCatalogueStorage } from "../catalogue/storage/node-catalogue-storage.ts";
import { createNodeOutboxStorage } from "../outbox/storage/node-outbox-storage.ts";
import type { Environment, Hints, Signals } from "./environment.ts";
import { createFetchTransport } from "./fetch-transport.ts";
import { localLock, realClock, realCompress, realIds, realRandom, realTimers } from "./platform.ts";
import type { Transport } from "./transport.ts";

const alwaysThere: Signals = { isVisible: () => true, onWake: () => () => undefined };
const noHints: Hints = { send: () => undefined, onHint: () => () => undefined };

export interface NodeEnvironmentOptions {
  readonly shopId: string;
  /** Where the shop's two SQLite files live; made when absent. */
  readonly directory: string;
}

/** The real Node process. Throws when the file system cannot promise that a commit is on disk. */
export function createNodeEnvironment({ shopId, directory }: NodeEnvironmentOptions): Environment {
  mkdirSync(directory, { recursive: true });
  return {
    clock: realClock,
    random: realRandom,
    ids: realIds,
    timers: realTimers,
    lock: localLock,
    signals: alwaysThere,
    hints: noHints,
    outboxStorage: createNodeOutboxStorage(join(directory, `duka-outbox-${shopId}.sqlite`)),
    catalogueStorage: createNodeCatalogueStorage(join(directory, `duka-catalogue-${shopId}.sqlite`)),
    ...(realCompress === undefined ? {} : { compress: realCompress }),
    estimateStorage: async () => ({ persisted: true, usageBytes: null, quotaBytes: null }),
  };
}

/** Requests with the device's token. */
export function createNodeTransport({
  baseUrl,
  token,
}: {
  readonly baseUrl: string;
  readonly token: string;
}): Transport {
  return createFetchTransport({ baseUrl, headers: { authorization: `Token ${token}` } });
}
