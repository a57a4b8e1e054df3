import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addMember } from "../testing/add-member.ts";
import { callAs } from "../testing/call-as.ts";
import { registerShop } from "../testing/register-shop.ts";
import { openSellingApp, saleBody, type SellingApp } from "./testing/open-selling-app.ts";

let selling: SellingApp;
let cashier: { userId: number; token: string };
const cashiersSale = saleBody({ source_device: "till-9", business_date: "2026-01-29" });

beforeAll(async () => {
  selling = await openSellingApp();
  cashier = await addMember(selling.db, selling.shop.shopId, "cashier");
  await selling.post("/api/sales/", saleBody({ business_date: "2026-01-29", source_device: "till-1" }));
  await selling.post("/api/sales/", saleBody({ business_date: "2026-01-30", items: [{ product: 1, quantity: 20 }] }));
  await selling.post("/api/sales/", saleBody({ business_date: "2026-01-31" }));
  await callAs(selling.app, cashier.token, "POST", "/api/sales/", cashiersSale);
});
afterAll(() => selling.close());

const idsAt = async (query: string, token = selling.shop.token) => {
  const answer = await callAs(selling.app, token, "GET", `/api/sales/${query}`);
  return answer.json<{ id: number }[]>().map((sale) => sale.id);
};

describe("GET /api/sales/", () => {
  it.each([
    ["newest first", "", [4, 3, 2, 1]],
    ["from a business date", "?from=2026-01-30", [3, 2]],
    ["to a business date", "?to=2026-01-29", [4, 1]],
    ["within dates", "?from=2026-01-30&to=2026-01-30", [2]],
    ["of one device", "?source_device=till-1", [1]],
    ["with a flag", "?flag=negative_stock", [4, 3, 2]],
    ["that came a day late", "?flag=late", [4, 1]],
    ["with a flag that none has", "?flag=under_tendered", []],
  ])("lists sales %s", async (_, query, ids) => {
    expect(await idsAt(query)).toEqual(ids);
  });

  it("lists one person's sales", async () => {
    expect(await idsAt(`?sold_by=${cashier.userId}`)).toEqual([4]);
  });

  it("leads through pages by its Link header", async () => {
    const pages: number[][] = [];
    let url: string | undefined = "/api/sales/?limit=3&to=2026-01-31";
    while (url !== undefined) {
      const answer = await selling.get(url);
      pages.push(answer.json<{ id: number }[]>().map((sale) => sale.id));
      url = /^<([^>]+)>; rel="next"$/.exec(String(answer.headers["link"] ?? ""))?.[1];
    }
    expect(pages).toEqual([[4, 3, 2], [1]]);
  });

  it("shows a cashier their own sales only", async () => {
    expect(await idsAt("", cashier.token)).toEqual([4]);
    expect(await idsAt(`?sold_by=${selling.shop.userId}`, cashier.token)).toEqual([]);
  });

  it.each([
    "limit=0",
    "limit=x",
    "cursor=x",
    "from=2026-02-30",
    "to=now",
    "sold_by=me",
    "flag=odd",
    "from=2026-01-01&from=2026-01-02",
  ])("answers 400 to ?%s", async (query) => {
    expect((await selling.get(`/api/sales/?${query}`)).statusCode).toBe(400);
  });
});

describe("one sale", () => {
  it("is found by its id and by its external id, however that is written", async () => {
    const byId = await selling.get("/api/sales/4/");
    const byExternalId = await selling.get(`/api/sales/by_external_id/${cashiersSale.external_id.toUpperCase()}/`);
    expect(byId.json()).toMatchObject({ id: 4, external_id: cashiersSale.external_id, sold_by: cashier.userId });
    expect(byExternalId.body).toBe(byId.body);
  });

  it("of another cashier is not there for a cashier", async () => {
    expect((await callAs(selling.app, cashier.token, "GET", "/api/sales/4/")).statusCode).toBe(200);
    expect((await callAs(selling.app, cashier.token, "GET", "/api/sales/1/")).statusCode).toBe(404);
  });

  it("of another shop is not there, as if nobody had it", async () => {
    const { token } = await registerShop(selling.app);
    const urls = [
      "/api/sales/4/",
      "/api/sales/99/",
      "/api/sales/x/",
      `/api/sales/by_external_id/${cashiersSale.external_id}/`,
      "/api/sales/by_external_id/42/",
    ];
    const answers = await Promise.all(urls.map((url) => callAs(selling.app, token, "GET", url)));
    const bodies = answers.map((answer) => answer.body.replace(/"request_id":"[^"]*"/, ""));
    expect(answers.map((answer) => answer.statusCode)).toEqual([404, 404, 404, 404, 404]);
    expect(new Set(bodies).size).toBe(1);
    expect(await callAs(selling.app, token, "GET", "/api/sales/").then((answer) => answer.json())).toEqual([]);
  });
});
