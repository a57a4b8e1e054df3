import { join } from "node:path";
import { DatabaseSync, type StatementSync } from "node:sqlite";
import { FDBFactory, FDBIndex, FDBObjectStore } from "./fake-browser-storage.ts";
import type { OutboxStorage } from "../outbox/outbox-storage.ts";
import { createIndexedDbOutboxStorage } from "../outbox/storage/indexed-db-outbox-storage.ts";
import { createMemoryOutboxStorage, type MemoryOutbox } from "../outbox/storage/memory-outbox-storage.ts";
import { createNodeOutboxStorage, createSqliteOutboxStorage } from "../outbox/storage/node-outbox-storage.ts";
import { newTestFolder } from "./test-folder.ts";

/** One kind of storage on one "device": it can be opened many times, with a failure planned or none. */
export interface OutboxHarness {
  readonly name: string;
  /** A device with nothing on it. */
  newDevice(): OutboxDevice;
}

export interface OutboxDevice {
  open(): OutboxStorage;
  /** The n-th call from now on (1 is the next) fails; `failed` tells whether there were that many. */
  failCall(n: number): { readonly failed: () => boolean; readonly heal: () => void };
  /** Overwrites a stored record behind the storage's back, as a damaged disk would. */
  damage(deviceSeq: number, change: (record: Record<string, unknown>) => unknown): Promise<void>;
}

interface Countdown {
  left: number;
  hasFailed: boolean;
}

const NEVER = Number.POSITIVE_INFINITY;

function createCountdown(): { tick: (call: string) => void; failCall: OutboxDevice["failCall"] } {
  let current: Countdown = { left: NEVER, hasFailed: false };
  return {
    tick(call) {
      current.left -= 1;
      if (current.left !== 0) return;
      current.hasFailed = true;
      throw new Error(`the device failed at ${call}`);
    },
    failCall(n) {
      const planned: Countdown = { left: n, hasFailed: false };
      current = planned;
      return {
        failed: () => planned.hasFailed,
        heal: () => {
          current = { left: NEVER, hasFailed: false };
        },
      };
    },
  };
}

const memoryHarness: OutboxHarness = {
  name: "memory",
  newDevice() {
    const disk: MemoryOutbox = { ledger: undefined, rows: new Map() };
    const { tick, failCall } = createCountdown();
    return {
      open: () => createMemoryOutboxStorage(disk, tick),
      failCall,
      async damage(deviceSeq, change) {
        disk.rows.set(deviceSeq, change({ ...(disk.rows.get(deviceSeq) as Record<string, unknown>) }));
      },
    };
  },
};

const nodeHarness: OutboxHarness = {
  name: "node:sqlite",
  newDevice() {
    const path = join(newTestFolder(), "outbox.sqlite");
    const { tick, failCall } = createCountdown();
    return {
      open() {
        // The first opening makes the schema; the second is the one whose calls can fail.
        void createNodeOutboxStorage(path).close();
        const database = new DatabaseSync(path, { timeout: 1_000 });
        database.exec("PRAGMA synchronous = FULL");
        return createSqliteOutboxStorage(failingDatabase(database, tick));
      },
      failCall,
      async damage(deviceSeq, change) {
        const database = new DatabaseSync(path);
        const row = database.prepare("SELECT record FROM outbox_rows WHERE device_seq = ?").get(deviceSeq);
        const damaged = change(JSON.parse(String(row?.["record"])) as Record<string, unknown>);
        const text = typeof damaged === "string" ? damaged : JSON.stringify(damaged);
        database.prepare("UPDATE outbox_rows SET record = ? WHERE device_seq = ?").run(text, deviceSeq);
        database.close();
      },
    };
  },
};

/** Calls that do something count; a failed COMMIT is not carried out, as on a full disk. */
function failingDatabase(database: DatabaseSync, tick: (call: string) => void): DatabaseSync {
  return new Proxy(database, {
    get(target, name) {
      if (name === "exec") {
        return (sql: string) => {
          if (sql !== "ROLLBACK") tick(sql);
          target.exec(sql);
        };
      }
      if (name === "prepare") return (sql: string) => failingStatement(target.prepare(sql), tick);
      const value: unknown = Reflect.get(target, name, target);
      return typeof value === "function" ? value.bind(target) : value;
    },
  });
}

function failingStatement(statement: StatementSync, tick: (call: string) => void): StatementSync {
  return new Proxy(statement, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name, target);
      if (typeof value !== "function") return value;
      return (...values: unknown[]) => {
        tick(String(name));
        return value.apply(target, values) as unknown;
      };
    },
  });
}

const IDB_CALLS = ["get", "getAll", "put", "add", "delete", "count", "openCursor"] as const;
let databases = 0;

/** `abort` aborts the transaction right after the call was made, as a browser does when the disk is full at commit. */
function indexedDbHarness(how: "throws" | "aborts"): OutboxHarness {
  return {
    name: `IndexedDB, a call ${how}`,
    newDevice() {
      databases += 1;
      const name = `outbox-${databases}`;
      globalThis.indexedDB = new FDBFactory();
      const { tick, failCall } = createCountdown();
      breakIndexedDb(how, tick);
      return {
        open: () => createIndexedDbOutboxStorage(name),
        failCall,
        async damage(deviceSeq, change) {
          await damageIndexedDb(name, deviceSeq, change);
        },
      };
    },
  };
}

const untouched = new Map<string, (...values: unknown[]) => unknown>();

interface RequestSource {
  readonly transaction?: { abort(): void };
  readonly objectStore?: { readonly transaction: { abort(): void } };
}

function breakIndexedDb(how: "throws" | "aborts", tick: (call: string) => void): void {
  for (const [label, prototype] of Object.entries({ store: FDBObjectStore.prototype, index: FDBIndex.prototype })) {
    // The fake's methods are replaced by name; their types do not matter to a test that breaks them.
    const methods = prototype as unknown as Record<string, (this: RequestSource, ...values: unknown[]) => unknown>;
    for (const call of IDB_CALLS) {
      const original = untouched.get(`${label}.${call}`) ?? methods[call];
      if (original === undefined) continue;
      untouched.set(`${label}.${call}`, original);
      methods[call] = function breakable(...values) {
        if (how === "throws") tick(call);
        const request = original.apply(this, values);
        try {
          if (how === "aborts") tick(call);
        } catch {
          (this.transaction ?? this.objectStore?.transaction)?.abort();
        }
        return request;
      };
    }
  }
}

function damageIndexedDb(
  name: string,
  deviceSeq: number,
  change: (record: Record<string, unknown>) => unknown,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open(name);
    opening.addEventListener("error", () => reject(new Error("not opened")));
    opening.addEventListener("success", () => {
      const transaction = opening.result.transaction("rows", "readwrite");
      const rows = transaction.objectStore("rows");
      const reading = rows.get(deviceSeq);
      reading.addEventListener("success", () => rows.put(change(reading.result as Record<string, unknown>)));
      transaction.addEventListener("complete", () => {
        opening.result.close();
        resolve();
      });
    });
  });
}

export const outboxHarnesses = [memoryHarness, nodeHarness, indexedDbHarness("throws"), indexedDbHarness("aborts")];
