import { afterAll, beforeAll, expect, test } from "vitest";
import { callAs } from "../../../packages/server/src/testing/call-as.ts";
import { ABSENT_IDS } from "./ids.ts";
import { FOREIGN, MARKER } from "./make-foreign-rows.ts";
import { openTwoShops, type TwoShops } from "./open-two-shops.ts";

/** Cursors that the server itself gave to shop B, used by shop A. They name a place in B's rows, and must lead nowhere. */
const PULL = "/api/sync/pull/";
const SALES_DAY = "2026-01-31";
const CHANGES_OF_A = 20;
/** Lists that lead on by a Link header, and what their cursors count. */
const LISTS = [
  ["/api/products/?limit=1&active=all", ABSENT_IDS.product],
  ["/api/stock-movements/?limit=1", ABSENT_IDS.movement],
  ["/api/sales/?limit=1", ABSENT_IDS.sale],
  [`/api/sales/by_date/?limit=1&date=${SALES_DAY}`, ABSENT_IDS.sale],
  ["/api/alerts/low-stock/?limit=1", ABSENT_IDS.alert],
  ["/api/alerts/history/?limit=1", ABSENT_IDS.alert],
  ["/api/devices/?limit=1", ABSENT_IDS.device],
] as const;

let shops: TwoShops;
let before = "";
beforeAll(async () => {
  shops = await openTwoShops();
  await growOlderThanB(shops);
  before = await shops.hashOfB();
});
afterAll(async () => shops.opened.close());

test.each(["", "?limit=1"])("a till of A with B's own pull cursor is told to start over: %s", async (query) => {
  const { opened, foreignTokens, tokens } = shops;
  const pulled = await callAs(opened.app, foreignTokens.device, "GET", `${PULL}${query}`);
  expect(pulled.body).toContain(MARKER);
  const { cursor, head } = pulled.json<{ cursor: string; head: number }>();
  const own = await callAs(opened.app, tokens.device, "GET", PULL);
  expect(own.json<{ head: number }>().head).toBeGreaterThan(head);
  const withForeign = await callAs(opened.app, tokens.device, "GET", `${PULL}?cursor=${cursor}`);
  const withMadeUp = await callAs(opened.app, tokens.device, "GET", `${PULL}?cursor=bWFkZS11cA`);
  expect(withForeign.json()).toMatchObject({ code: "reset_required" });
  expect(withoutRequestId(withForeign.json())).toEqual(withoutRequestId(withMadeUp.json()));
});

test.each(LISTS)("the next page of B's %s shows A what a made-up cursor shows", async (url, absent) => {
  const { opened, foreignTokens, tokens } = shops;
  const first = await callAs(opened.app, foreignTokens.owner, "GET", url);
  const next = /^<([^>]+)>; rel="next"$/.exec(String(first.headers["link"]))?.[1] ?? "";
  expect((await callAs(opened.app, foreignTokens.owner, "GET", next)).body).toMatch(textOfB);
  const withForeign = await callAs(opened.app, tokens.owner, "GET", next);
  const withMadeUp = await callAs(opened.app, tokens.owner, "GET", next.replace(/cursor=[^&]+/, `cursor=${absent}`));
  expect(withForeign.body).not.toMatch(textOfB);
  expect(withForeign.headers["link"]).toEqual(withMadeUp.headers["link"]);
  expect([withForeign.statusCode, withForeign.json()]).toEqual([200, withMadeUp.json()]);
});

test("B has the rows that it had, and nothing was an error of the server", async () => {
  expect(await shops.hashOfB()).toBe(before);
  expect(shops.opened.errorLines).toEqual([]);
});

/** A cursor above A's own version is refused for that alone: A's must be above any of B's. */
async function growOlderThanB({ opened, tokens }: TwoShops): Promise<void> {
  for (const [index] of Array.from({ length: CHANGES_OF_A }).entries()) {
    const change = { name: `Soap ${index}` };
    const answer = await callAs(opened.app, tokens.owner, "PATCH", "/api/products/1/", change);
    expect(answer.statusCode).toBe(200);
  }
}

/** A text or a number that only B has. */
const textOfB = new RegExp(String.raw`${MARKER}|\b${FOREIGN.product.toString().slice(0, -1)}\d\b`);

function withoutRequestId(problem: object): object {
  return { ...problem, request_id: "" };
}
