import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openSellingApp, saleBody, type SellingApp, stockOf } from "./testing/open-selling-app.ts";
import { poisonLines } from "./testing/sales-shop.ts";

let selling: SellingApp;
beforeEach(async () => {
  selling = await openSellingApp();
});
afterEach(() => selling.close());

const post = (body: object) => selling.post("/api/sales/batch/", body);

describe("POST /api/sales/batch/", () => {
  it("answers 200 with one result per sale when none failed", async () => {
    const [first, second] = [saleBody(), saleBody({ items: [{ product: 1, quantity: 10 }] })];
    const answer = await post({ business_date: "2026-01-30", sales: [first, first, second] });
    expect(answer.statusCode).toBe(200);
    expect(answer.json()).toEqual({
      business_date: "2026-01-30",
      received: 3,
      created: 2,
      duplicate: 1,
      failed: 0,
      errors: [],
      results: [
        { index: 0, external_id: first.external_id, status: "created", id: 1, flags: [] },
        { index: 1, external_id: first.external_id, status: "duplicate", id: 1, flags: [] },
        { index: 2, external_id: second.external_id, status: "created", id: 2, flags: ["negative_stock"] },
      ],
    });
    expect(await stockOf(selling)).toBe(-1);
  });

  it("answers 207 when some failed, and records the others", async () => {
    const known = saleBody();
    await selling.post("/api/sales/", known);
    const answer = await post({
      sales: [
        saleBody(),
        saleBody({ items: [] }),
        saleBody({ items: [{ product: 99, quantity: 1 }] }),
        { ...known, note: "other" },
        "no sale",
        saleBody({ external_id: "42" }),
        saleBody(),
      ],
    });
    expect(answer.statusCode).toBe(207);
    const { results, errors, ...counts } = answer.json();
    expect(counts).toEqual({ business_date: null, received: 7, created: 2, duplicate: 0, failed: 5 });
    expect(results.map((result: { status: string; code?: string }) => result.code ?? result.status)).toEqual([
      "created",
      "validation_failed",
      "product_not_found",
      "external_id_reused",
      "validation_failed",
      "validation_failed",
      "created",
    ]);
    expect(errors.map((error: { index: number }) => error.index)).toEqual([1, 2, 3, 4, 5]);
    expect(errors[3].external_id).toBeNull();
    expect(errors[4]).toMatchObject({ external_id: "42", error: "external_id must be a UUID." });
    expect(await stockOf(selling)).toBe(7);
  });

  it("gives its business date to the sales that have none, and is no part of what their ids stand for", async () => {
    const [own, none] = [saleBody({ business_date: "2026-01-20" }), saleBody()];
    await post({ business_date: "2026-01-30", sales: [own, none] });
    const dates = (await selling.get("/api/sales/"))
      .json()
      .map((sale: { business_date: string }) => sale.business_date);
    expect(dates).toEqual(["2026-01-30", "2026-01-20"]);
    expect((await selling.post("/api/sales/", none)).statusCode).toBe(200);
  });

  it("records 24 of 25 when the server breaks on one", async () => {
    await poisonLines(selling.db, "poison");
    const sales = Array.from({ length: 25 }, (_, index) =>
      index === 12 ? saleBody({ items: [{ product: 1, quantity: 5, product_data: { name: "poison" } }] }) : saleBody(),
    );
    const answer = await post({ sales });
    expect(answer.statusCode).toBe(207);
    expect(answer.json()).toMatchObject({ created: 24, failed: 1, errors: [{ index: 12 }] });
    expect(answer.json().results[12]).toMatchObject({ status: "failed", code: "internal_error" });
    expect(selling.errorLines.splice(0)).toHaveLength(1);
    expect(await stockOf(selling)).toBe(-14);
  });

  it.each([
    ["no sales", {}],
    ["an empty list", { sales: [] }],
    ["too many", { sales: Array.from({ length: 1001 }, () => 0) }],
    ["a bad business date", { business_date: "2026-02-30", sales: [saleBody()] }],
  ])("answers 400 to %s, and records nothing", async (_, body) => {
    expect((await post(body)).statusCode).toBe(400);
    expect(await stockOf(selling)).toBe(10);
  });
});
