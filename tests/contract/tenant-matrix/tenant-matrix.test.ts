import { afterAll, beforeAll, expect, test } from "vitest";
import type { callAs } from "../../../packages/server/src/testing/call-as.ts";
import type { AllowedRoles } from "../../../packages/server/src/http/roles.ts";
import { ABSENT_IDS, type Ids } from "./ids.ts";
import { MARKER } from "./make-foreign-rows.ts";
import { type Caller, openTwoShops, type TwoShops } from "./open-two-shops.ts";
import { type Own, ROUTE_FIXTURES, type RouteCall } from "./route-calls.ts";

/**
 * Every route, called as every role of shop A with the ids of shop B, on one server, and with ids that nobody has, on
 * another that was made by the same steps: the answers must be the same, and B must not notice.
 */
const CALLERS: readonly Caller[] = ["nobody", "device", "cashier", "manager", "owner"];
const isRead = (route: string): boolean => route.startsWith("GET ");
/** Static files of the readable docs. */
const DOCS_PATH = "/api/docs";

/** Nothing in them but ids, numbers and names that the server gives. */
const TABLES_WITHOUT_TEXT: readonly string[] = [
  "alert_settings",
  "alerts",
  "device_incarnations",
  "device_results",
  "jobs",
  "members",
  "product_daily_sales",
  "shop_daily_sales",
  "user_shops",
];

let withForeignIds: TwoShops;
let withAbsentIds: TwoShops;
beforeAll(async () => {
  [withForeignIds, withAbsentIds] = [await openTwoShops(), await openTwoShops()];
});
afterAll(async () => Promise.all([withForeignIds, withAbsentIds].map(({ opened }) => opened.close())));

test("every route has a fixture, and every fixture a route", () => {
  const routes = [...withForeignIds.opened.app.routeTable].flatMap(([url, { methods }]) =>
    [...methods].filter((method) => method !== "HEAD").map((method) => `${method} ${url}`),
  );
  const judged = routes.filter((route) => !route.includes(` ${DOCS_PATH}`));
  expect(Object.keys(ROUTE_FIXTURES).toSorted()).toEqual(judged.toSorted());
});

test("only the routes that are public here too declare that they are", () => {
  const declared = Object.keys(ROUTE_FIXTURES).filter((route) => rolesOf(route) === "public");
  const meant = Object.keys(ROUTE_FIXTURES).filter((route) => ROUTE_FIXTURES[route]?.isPublic === true);
  expect(declared).toEqual(meant);
});

test("shop B has rows in every table of a shop, its texts marked", async () => {
  const rows = Object.entries(await withForeignIds.rowsOfB());
  expect(rows.filter(([, found]) => found.length === 0)).toEqual([]);
  const unmarked = rows.filter(([, found]) => !found.join().includes(MARKER)).map(([table]) => table);
  expect(unmarked.toSorted()).toEqual(TABLES_WITHOUT_TEXT);
});

test.each(inOrder(Object.keys(ROUTE_FIXTURES)))("%s answers a foreign id as an absent one", async (route) => {
  const before = await withForeignIds.hashOfB();
  for (const caller of CALLERS) {
    const own = { device: withForeignIds.ownDevice, word: `new-${caller}` };
    const foreign = await callAll(withForeignIds, { route, caller, ids: withForeignIds.foreign, own });
    const absent = await callAll(withAbsentIds, { route, caller, ids: ABSENT_IDS, own });
    expect(foreign.length).toBeGreaterThan(0);
    for (const [index, answer] of foreign.entries()) {
      const refusal = refusalOf(route, caller);
      expect([caller, answer.statusCode]).toEqual([caller, refusal ?? answer.statusCode]);
      expect([caller, answer.statusCode === 403]).toEqual([caller, refusal === 403]);
      expect(answer.statusCode).toBeLessThan(500);
      expect(JSON.stringify([answer.headers, answer.body])).not.toContain(MARKER);
      expect([caller, answer.statusCode, neutral(answer, withForeignIds.foreign)]).toEqual([
        caller,
        absent[index]?.statusCode,
        absent[index] === undefined ? undefined : neutral(absent[index], ABSENT_IDS),
      ]);
    }
  }
  expect(await withForeignIds.hashOfB()).toBe(before);
});

test("nothing of it was an error of the server", () => {
  expect([...withForeignIds.opened.errorLines, ...withAbsentIds.opened.errorLines]).toEqual([]);
});

/** Reading comes first: later, A has rows under ids that tills mint, which may be the same as B's. */
function inOrder(routes: readonly string[]): readonly string[] {
  return [...routes.filter(isRead), ...routes.filter((route) => !isRead(route))];
}

type Answer = Awaited<ReturnType<typeof callAs>>;
type Request = { readonly route: string; readonly caller: Caller; readonly ids: Ids; readonly own: Own };

async function callAll(shops: TwoShops, { route, caller, ids, own }: Request): Promise<Answer[]> {
  const answers: Answer[] = [];
  for (const call of ROUTE_FIXTURES[route]?.calls(ids, own) ?? []) {
    answers.push(await send(shops, { method: route.split(" ", 1)[0] ?? "", caller, call }));
  }
  return answers;
}

async function send(
  { opened, tokens }: TwoShops,
  { method, caller, call }: { readonly method: string; readonly caller: Caller; readonly call: RouteCall },
): Promise<Answer> {
  const { path, body, contentType = "application/json" } = call;
  return await opened.app.inject({
    // The method comes from the route table.
    method: method as "GET",
    url: path,
    headers: {
      ...(caller === "nobody" ? {} : { authorization: `Token ${tokens[caller]}` }),
      ...(body === undefined ? {} : { "content-type": contentType }),
    },
    ...(body === undefined ? {} : { payload: typeof body === "string" ? body : JSON.stringify(body) }),
  });
}

/** The status that keeps this caller out, as the route declares, or undefined for one whose ids are looked at. */
function refusalOf(route: string, caller: Caller): 401 | 403 | undefined {
  const roles = rolesOf(route);
  if (roles === "public") return undefined;
  if (caller === "nobody") return 401;
  return roles.includes(caller) ? undefined : 403;
}

function rolesOf(route: string): AllowedRoles {
  const [method = "", url = ""] = route.split(" ", 2);
  const roles = withForeignIds.opened.app.routeTable.get(url)?.roles.get(method);
  if (roles === undefined) throw new Error(`${route} does not declare who may call it.`);
  return roles;
}

/** The answer without what is new in every answer, and with the ids that were asked for replaced by their names. */
function neutral({ body }: Answer, ids: Ids): string {
  let text = body;
  for (const [name, id] of Object.entries(ids)) text = text.replaceAll(String(id), `<${name}>`);
  return text
    .replaceAll(/"(token|device_token|cursor|epoch)":"[^"]*"/g, '"$1":"<new>"')
    .replaceAll(/"code":"[A-Z0-9-]+"/g, '"code":"<new>"')
    .replaceAll(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, "<uuid>");
}
