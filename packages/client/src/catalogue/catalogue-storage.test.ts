import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { FDBFactory } from "../testing/fake-browser-storage.ts";
import { EMPTY_POSITION, readPosition } from "./apply-page.ts";
import type { CatalogueChange, CatalogueRow, CatalogueStorage } from "./catalogue-storage.ts";
import { createIndexedDbCatalogueStorage } from "./storage/indexed-db-catalogue-storage.ts";
import { createMemoryCatalogueStorage } from "./storage/memory-catalogue-storage.ts";
import { createNodeCatalogueStorage } from "./storage/node-catalogue-storage.ts";
import { newTestFolder } from "../testing/test-folder.ts";

const storages: readonly { name: string; open: () => CatalogueStorage }[] = [
  { name: "memory", open: createMemoryCatalogueStorage },
  {
    name: "node:sqlite",
    open: () => createNodeCatalogueStorage(join(newTestFolder(), "catalogue.sqlite")),
  },
  {
    name: "IndexedDB",
    open: () => {
      globalThis.indexedDB = new FDBFactory();
      return createIndexedDbCatalogueStorage("duka-catalogue-test");
    },
  },
];

const row = (id: number, generation = 1): CatalogueRow => ({
  key: `product:${id}`,
  kind: "product",
  generation,
  ack: { incarnation: null, contiguous_device_seq: 0, extra: [] },
  value: { id, name: `Product ${id} of load ${generation}` },
});

const change = (
  cursors: readonly [string | undefined, string],
  rest: Partial<CatalogueChange> = {},
): CatalogueChange => ({
  expectedCursor: cursors[0],
  rows: [],
  deletedKeys: [],
  dropsOlderGenerations: false,
  ...rest,
  position: { ...EMPTY_POSITION, ...rest.position, cursor: cursors[1] },
});

const ids = async (storage: CatalogueStorage): Promise<string[]> =>
  (await storage.rows("product")).map(({ key }) => key).toSorted();

describe.each(storages)("a catalogue cache in $name", ({ open }) => {
  test("applies a page and its cursor together", async () => {
    const storage = open();
    expect(await storage.apply(change([undefined, "a"], { rows: [row(1), row(2)] }))).toBe(true);
    expect(await storage.apply(change(["a", "b"], { rows: [row(3)], deletedKeys: ["product:1"] }))).toBe(true);
    expect(await ids(storage)).toEqual(["product:2", "product:3"]);
    expect(await storage.count("product")).toBe(2);
    expect(readPosition(await storage.position()).cursor).toBe("b");
    await storage.close();
  });

  test("leaves a page alone that was asked for from another cursor", async () => {
    const storage = open();
    await storage.apply(change([undefined, "a"], { rows: [row(1)] }));
    expect(await storage.apply(change([undefined, "x"], { rows: [row(9)] }))).toBe(false);
    expect(await ids(storage)).toEqual(["product:1"]);
    expect(readPosition(await storage.position()).cursor).toBe("a");
    await storage.close();
  });

  test("drops the rows of an older load when the newer one is complete, and not before", async () => {
    const storage = open();
    await storage.apply(change([undefined, "a"], { rows: [row(1), row(2)] }));
    const position = { ...EMPTY_POSITION, generation: 2 };
    await storage.apply(change(["a", "b"], { rows: [row(1, 2)], position }));
    expect(await ids(storage)).toEqual(["product:1", "product:2"]);
    await storage.apply(change(["b", "c"], { rows: [row(3, 2)], position, dropsOlderGenerations: true }));
    expect(await ids(storage)).toEqual(["product:1", "product:3"]);
    await storage.close();
  });

  test("can be emptied at any time and filled again", async () => {
    const storage = open();
    await storage.apply(change([undefined, "a"], { rows: [row(1)] }));
    await storage.clear();
    expect(await storage.count("product")).toBe(0);
    expect(await storage.apply(change([undefined, "a"], { rows: [row(2)] }))).toBe(true);
    expect(await ids(storage)).toEqual(["product:2"]);
    await storage.close();
  });

  test("keeps nothing of a page that cannot be stored whole", async () => {
    const storage = open();
    await storage.apply(change([undefined, "a"], { rows: [row(1)] }));
    const unstorable = { ...row(3), value: { toJSON: () => notStorable(), value: notStorable } };
    const applying = storage.apply(change(["a", "b"], { rows: [row(2), unstorable] }));
    const isApplied = await applying.catch(() => false);
    const isWhole = isApplied ? ["product:1", "product:2", "product:3"] : ["product:1"];
    expect(await ids(storage)).toEqual(isWhole);
    expect(readPosition(await storage.position()).cursor).toBe(isApplied ? "b" : "a");
    await storage.close();
  });
});

function notStorable(): never {
  throw new Error("this value cannot be stored");
}
