import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { callAs } from "../testing/call-as.ts";
import { registerShop } from "../testing/register-shop.ts";
import { openSellingApp, saleBody, saleIn, type SellingApp, SOAP_LINE, stockOf } from "./testing/open-selling-app.ts";
import { poisonLines } from "./testing/sales-shop.ts";

let selling: SellingApp;
beforeEach(async () => {
  selling = await openSellingApp();
});
afterEach(() => selling.close());

describe("POST /api/sales/ answers 201", () => {
  it("with the sale as recorded", async () => {
    const body = saleBody({
      source_device: "till-2",
      client_timestamp: "2026-01-31T14:29:00Z",
      items: [
        { product: 1, quantity: "0.5", unit_price: "2.00" },
        {
          product_data: { sku: "JUICE-100", name: "Juice 100 ml", unit_price: "1.50", is_volatile: true },
          quantity: 1,
        },
      ],
    });
    const answer = await selling.post("/api/sales/", body);
    expect(answer.statusCode).toBe(201);
    expect(answer.json()).toEqual({
      id: 1,
      external_id: body.external_id,
      sold_by: selling.shop.userId,
      total_amount: "2.50",
      timestamp: "2026-01-31T14:30:00.000Z",
      synced_at: "2026-01-31T14:30:00.000Z",
      updated_at: "2026-01-31T14:30:00.000Z",
      client_timestamp: "2026-01-31T14:29:00.000Z",
      business_date: "2026-01-31",
      source_device: "till-2",
      flags: ["product_created"],
      items: [
        { product: 1, product_name: "Soap", quantity: "0.5", unit_price: "2.00", subtotal: "1.00" },
        { product: 2, product_name: "Juice 100 ml", quantity: "1", unit_price: "1.50", subtotal: "1.50" },
      ],
    });
    expect(await stockOf(selling)).toBe(9.5);
    expect(await stockOf(selling, 2)).toBeNull();
  });

  it("without a trailing slash and without an external id, which the server then mints", async () => {
    const answer = await selling.post("/api/sales", { items: [SOAP_LINE] });
    expect(answer.statusCode).toBe(201);
    expect(saleIn(answer).external_id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7/);
  });

  it("whatever totals the client claims", async () => {
    const claims = {
      total_amount: "0.01",
      sold_by: 99,
      id: 77,
      timestamp: "2020-01-01T00:00:00Z",
      synced_at: null,
      stock: 5,
    };
    const answer = await selling.post(
      "/api/sales/",
      saleBody({ ...claims, items: [{ ...SOAP_LINE, subtotal: "0.01", stock: 0 }] }),
    );
    expect(saleIn(answer)).toMatchObject({ id: 1, total_amount: "1.50", sold_by: selling.shop.userId });
  });

  it("beyond the stock, from an archived product, with a clock from the future", async () => {
    await callAs(selling.app, selling.shop.token, "DELETE", "/api/products/1/");
    const body = saleBody({ items: [{ product: 1, quantity: "11" }], client_timestamp: "2031-01-01T00:00:00Z" });
    const answer = await selling.post("/api/sales/", body);
    expect(answer.statusCode).toBe(201);
    expect(saleIn(answer)).toMatchObject({
      flags: ["negative_stock", "archived_product", "clock_skew"],
      business_date: "2026-01-31",
    });
    expect(await stockOf(selling)).toBe(-1);
  });

  it("in a currency without decimals", async () => {
    const yen = await openSellingApp({ currency: "JPY" });
    try {
      const answer = await yen.post(
        "/api/sales/",
        saleBody({ items: [{ ...SOAP_LINE, quantity: "0.5", unit_price: "333.0" }] }),
      );
      expect(saleIn(answer)).toMatchObject({ total_amount: "167", items: [{ unit_price: "333", subtotal: "167" }] });
    } finally {
      await yen.close();
    }
  });

  it("reading numbers exactly as they are written", async () => {
    const body = '{"items":[{"product":1,"quantity":0.333,"unit_price":1000000000.01}]}';
    expect(saleIn(await selling.post("/api/sales/", body)).total_amount).toBe("333000000.00");
  });
});

describe("POST /api/sales/ answers 200", () => {
  it("to a repeat, with the same bytes, whatever has happened since", async () => {
    const body = saleBody({ items: [{ product: 1, quantity: "12" }] });
    const first = await selling.post("/api/sales/", body);
    selling.clock.advance(3_600_000);
    await callAs(selling.app, selling.shop.token, "PATCH", "/api/products/1/", { name: "Renamed", unit_price: "9" });
    const again = await selling.post("/api/sales/", body);
    expect([first.statusCode, again.statusCode]).toEqual([201, 200]);
    expect(again.body).toBe(first.body);
    expect(await stockOf(selling)).toBe(-2);
  });

  it("however the id and the numbers are written", async () => {
    const body = saleBody({ items: [{ product: 1, quantity: "1.0", unit_price: 2 }] });
    await selling.post("/api/sales/", body);
    const same = {
      items: [{ unit_price: "2.00", quantity: 1, product: 1 }],
      external_id: `{${body.external_id.toUpperCase()}}`,
    };
    expect((await selling.post("/api/sales/", same)).statusCode).toBe(200);
  });

  it("to nine of ten that race, and 201 to one", async () => {
    const body = saleBody();
    const answers = await Promise.all(Array.from({ length: 10 }, () => selling.post("/api/sales/", body)));
    const codes = answers.map((answer) => answer.statusCode).toSorted((a, b) => a - b);
    expect(codes).toEqual([...Array.from({ length: 9 }, () => 200), 201]);
    expect(new Set(answers.map((answer) => answer.body)).size).toBe(1);
    expect(await stockOf(selling)).toBe(9);
  });
});

describe("POST /api/sales/ answers 422", () => {
  it("to other content under a known id: says where, keeps both, changes nothing", async () => {
    const body = saleBody({ items: [{ product: 1, quantity: "1", unit_price: "2" }] });
    const first = await selling.post("/api/sales/", body);
    const other = await selling.post("/api/sales/", {
      ...body,
      items: [{ product: 1, quantity: "3", unit_price: "2" }],
    });
    expect(other.statusCode).toBe(422);
    expect(other.headers["content-type"]).toContain("application/problem+json");
    expect(other.json()).toMatchObject({
      code: "external_id_reused",
      errors: [{ path: "items.0.quantity", code: "differs" }],
    });
    expect((await selling.post("/api/sales/", body)).body).toBe(first.body);
    expect(await stockOf(selling)).toBe(9);
    const kept = await selling.db
      .selectFrom("sale_conflicts")
      .selectAll()
      .where("shop_id", "=", selling.shop.shopId)
      .execute();
    expect(kept.map((row) => JSON.parse(row.content))).toMatchObject([{ items: [{ quantity: "3" }] }]);
  });

  it("and keeps at most ten other versions", async () => {
    const body = saleBody();
    await selling.post("/api/sales/", body);
    const others = Array.from({ length: 12 }, (_, number) =>
      selling.post("/api/sales/", { ...body, note: `version ${number}` }),
    );
    expect((await Promise.all(others)).every((answer) => answer.statusCode === 422)).toBe(true);
    const kept = await selling.db
      .selectFrom("sale_conflicts")
      .select("conflict_number")
      .where("shop_id", "=", selling.shop.shopId)
      .execute();
    expect(kept).toHaveLength(10);
  });
});

describe("POST /api/sales/ answers 400", () => {
  it.each([
    ["no body", "", "the body"],
    ["no JSON", "{", "malformed_json"],
    ["a list", "[]", "the body"],
    ["duplicate keys", '{"items":[],"items":[]}', "malformed_json"],
    ["a number no double holds", '{"items":[{"product":1,"quantity":1.00000000000000000001}]}', "malformed_json"],
    ["no items", saleBody({ items: [] }), "items"],
    ["a quantity of zero", saleBody({ items: [{ product: 1, quantity: 0 }] }), "items.0.quantity"],
    ["a negative price", saleBody({ items: [{ ...SOAP_LINE, unit_price: "-1" }] }), "items.0.unit_price"],
    ["a bad UUID", saleBody({ external_id: "42" }), "external_id"],
    ["a bad date", saleBody({ business_date: "2026-02-30" }), "business_date"],
    ["a bad time", saleBody({ client_timestamp: "yesterday" }), "client_timestamp"],
    [
      "a line beyond bounds",
      saleBody({ items: [{ product: 1, quantity: "999999999", unit_price: "9999999999" }] }),
      "items.0",
    ],
  ])("to %s, and nothing is stored", async (_, body, where) => {
    const answer = await selling.post("/api/sales/", body);
    expect(answer.statusCode).toBe(400);
    const { code, errors } = answer.json();
    expect(errors === undefined ? code : errors[0].path || "the body").toBe(where);
    expect((await selling.get("/api/sales/")).json()).toEqual([]);
    expect(await stockOf(selling)).toBe(10);
  });

  it("to a bound that is passed only with the product's own price, or only in all", async () => {
    const huge = { product: 1, quantity: "999999999.999", unit_price: "9999.99" };
    expect((await selling.post("/api/sales/", saleBody({ items: [huge, huge] }))).json()).toMatchObject({
      code: "validation_failed",
      errors: [{ path: "items", code: "too_large" }],
    });
  });
});

describe("POST /api/sales/ answers", () => {
  it("404 to a product id that the shop never had, and leaves no trace", async () => {
    const body = saleBody({
      items: [SOAP_LINE, { product_data: { name: "New" }, quantity: 1 }, { product: 99, quantity: 1 }],
    });
    const answer = await selling.post("/api/sales/", body);
    expect(answer.statusCode).toBe(404);
    expect(answer.json()).toMatchObject({ code: "product_not_found", errors: [{ path: "items.2.product" }] });
    expect(await stockOf(selling)).toBe(10);
    expect((await selling.get("/api/products/")).json()).toHaveLength(1);
    expect((await selling.post("/api/sales/", saleBody())).json()).toMatchObject({ id: 1 });
  });

  it("404 to another shop's product id just as to one that nobody has", async () => {
    const other = await openAnotherShop();
    const [foreign, absent] = await Promise.all(
      [2, 99].map((product) => selling.post("/api/sales/", saleBody({ items: [{ product, quantity: 1 }] }))),
    );
    expect(other).toBe(2);
    const withoutId = (answer: typeof foreign) => answer?.body.replaceAll(/"request_id":"[^"]*"|Product \d+/g, "");
    expect(foreign?.statusCode).toBe(404);
    expect(withoutId(foreign)).toBe(withoutId(absent));
  });

  it("401 without a token, and with a wrong one", async () => {
    const bare = await selling.app.inject({ method: "POST", url: "/api/sales/", payload: saleBody() });
    const wrong = await callAs(selling.app, "nobody", "POST", "/api/sales/", saleBody());
    for (const answer of [bare, wrong]) {
      expect(answer.statusCode).toBe(401);
      expect(answer.headers["www-authenticate"]).toBeDefined();
    }
  });

  it.each(["PUT", "PATCH", "DELETE"] as const)("405 to %s: a sale is never changed", async (method) => {
    await selling.post("/api/sales/", saleBody());
    const body = method === "DELETE" ? undefined : saleBody();
    const answer = await callAs(
      selling.app,
      selling.shop.token,
      method,
      "/api/sales/1/",
      ...(body === undefined ? [] : [body]),
    );
    expect(answer.statusCode).toBe(405);
    expect(answer.json()).toMatchObject({ code: "method_not_allowed" });
  });

  it("500 where the server breaks, keeps nothing, and goes on", async () => {
    await poisonLines(selling.db, "poison");
    const poison = saleBody({ items: [{ product: 1, quantity: 1, product_data: { name: "poison" } }] });
    const [broken, fine] = await Promise.all([
      selling.post("/api/sales/", poison),
      selling.post("/api/sales/", saleBody()),
    ]);
    expect([broken.statusCode, fine.statusCode]).toEqual([500, 201]);
    expect(broken.body).not.toContain("poisoned");
    expect(selling.errorLines.splice(0)).toHaveLength(1);
    expect(await stockOf(selling)).toBe(9);
  });
});

/** Registers a shop with two products and returns the second one's id. */
async function openAnotherShop(): Promise<number> {
  const { token } = await registerShop(selling.app);
  await callAs(selling.app, token, "POST", "/api/products/", { name: "A" });
  const second = await callAs(selling.app, token, "POST", "/api/products/", { name: "B" });
  return second.json<{ id: number }>().id;
}
