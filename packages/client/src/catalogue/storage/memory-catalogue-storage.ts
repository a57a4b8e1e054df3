import { readPosition } from "../apply-page.ts";
import type { CatalogueRow, CatalogueStorage } from "../catalogue-storage.ts";

/** A catalogue cache that ends with the process: for tests, and where a cache is not worth a file. */
export function createMemoryCatalogueStorage(): CatalogueStorage {
  let position: unknown;
  let rows = new Map<string, CatalogueRow>();
  return {
    position: async () => position,
    async apply(change) {
      if (readPosition(position).cursor !== change.expectedCursor) return false;
      position = change.position;
      for (const row of change.rows) rows.set(row.key, row);
      for (const key of change.deletedKeys) rows.delete(key);
      const { generation } = change.position;
      if (change.dropsOlderGenerations) rows = new Map([...rows].filter(([, row]) => row.generation >= generation));
      return true;
    },
    rows: async (kind) => [...rows.values()].filter((row) => row.kind === kind),
    count: async (kind) => [...rows.values()].filter((row) => row.kind === kind).length,
    async clear() {
      position = undefined;
      rows = new Map();
    },
    close: async () => undefined,
  };
}
