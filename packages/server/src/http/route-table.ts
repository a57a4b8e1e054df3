import type { DukaApp } from "./typings.ts";

/** The addresses there are and the methods each takes, to tell 405 from 404. */
export type RouteTable = Map<string, { readonly pattern: RegExp; readonly methods: Set<string> }>;

declare module "fastify" {
  interface FastifyInstance {
    /** Every address of the app, for tests that walk them all. */
    routeTable: RouteTable;
  }
}

/** Notes every route registered from now on, but for the catch-all of the till's pages. */
export function rememberRoutes(app: DukaApp): RouteTable {
  const routes: RouteTable = new Map();
  app.decorate("routeTable", routes);
  app.addHook("onRoute", ({ url, method }) => {
    if (url.endsWith("*")) return;
    const known = routes.get(url) ?? { pattern: patternOf(url), methods: new Set<string>() };
    for (const one of [method].flat()) known.methods.add(one.toUpperCase());
    routes.set(url, known);
  });
  return routes;
}

export function methodsAt(routes: RouteTable, url: string): readonly string[] {
  const path = url.split("?", 1)[0] ?? "";
  const methods = [...routes.values()]
    .filter(({ pattern }) => pattern.test(path))
    .flatMap((route) => [...route.methods]);
  return [...new Set(methods)].toSorted();
}

/** Route parameters match one segment; the trailing slash does not matter. */
function patternOf(url: string): RegExp {
  const escaped = url.replace(/\/$/, "").replaceAll(/[.+?^${}()|[\]\\]/g, String.raw`\$&`);
  return new RegExp(`^${escaped.replaceAll(/:\w+/g, "[^/]+")}/?$`);
}
