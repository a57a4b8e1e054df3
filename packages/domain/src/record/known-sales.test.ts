import { describe, expect, it } from "vitest";
import { CONFLICTS_MAX } from "./answer-known-sale.ts";
import { recordSales } from "./record-sales.ts";
import { newHistory, NOW_MS, recordAll, sale, SOAP } from "./shop-history.test-support.ts";

const noted = (note: string) => sale(1, { note });

const back = (number: number, formerSaleId: number) => sale(number, {}, { formerSaleId });

describe("the same external id again", () => {
  it("has one effect and gets the first answer, in one batch or in two", () => {
    for (const batches of [[[sale(1), sale(1)]], [[sale(1)], [sale(1, {}, { receivedAtMs: NOW_MS + 1 })]]]) {
      const { results, sales, movements } = recordAll(newHistory(), batches);
      const answer = { saleId: 1, flags: [], receivedAtMs: NOW_MS };
      expect(results).toMatchObject([
        { status: "created", ...answer },
        { status: "duplicate", ...answer },
      ]);
      expect([sales.length, movements.length]).toEqual([1, 1]);
    }
  });

  it("with other content changes nothing, says where, and is kept for review", () => {
    const { results, sales, conflicts, state } = recordAll(newHistory(), [[noted("a")], [noted("b")]]);
    expect(results[1]).toMatchObject({ status: "mismatch", saleId: 1, differences: ["note"] });
    expect(sales).toHaveLength(1);
    expect(conflicts).toMatchObject([{ conflictNumber: 1, content: { note: "b" } }]);
    expect(state.products[0]).toEqual({ ...SOAP, stockThousandths: 9000 });
  });

  it("keeps each other version once, and ten at most", () => {
    const versions = Array.from({ length: 15 }, (_, number) => noted(`version ${number}`));
    const { results, conflicts } = recordAll(newHistory(), [versions.slice(0, 6), versions, versions]);
    expect(conflicts.map((one) => one.conflictNumber)).toEqual(Array.from({ length: CONFLICTS_MAX }, (_, i) => i + 1));
    expect(new Set(conflicts.map((one) => one.fingerprint)).size).toBe(CONFLICTS_MAX);
    expect(results.filter((one) => one.status === "mismatch")).toHaveLength(5 + 14 + 14);
  });

  it("makes nothing pullable new", () => {
    const first = recordAll(newHistory(), [[noted("a")]]);
    expect(recordSales(first.state, [noted("a"), noted("b")]).counters.version).toBe(first.state.shop.version);
  });
});

describe("a sale that comes back after a restore", () => {
  it("gets its id back if it is free, and the counter stays ahead of it", () => {
    const { sales, state } = recordAll(newHistory(), [[back(1, 5)], [sale(2), back(3, 3)]]);
    expect(sales.map((one) => one.id)).toEqual([5, 6, 3]);
    expect(state.shop.nextSaleId).toBe(7);
  });

  it("gets another if it was given away", () => {
    const { sales } = recordAll(newHistory(), [[sale(1), back(2, 1)]]);
    expect(sales.map((one) => one.id)).toEqual([1, 2]);
  });
});
