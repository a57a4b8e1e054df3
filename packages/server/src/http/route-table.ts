import type { AllowedRoles } from "./roles.ts";
import type { DukaApp } from "./typings.ts";

type Address = {
  readonly pattern: RegExp;
  readonly methods: Set<string>;
  /** Who may call it, by method, as the route declares; a plugin's own route declares nothing. */
  readonly roles: Map<string, AllowedRoles | undefined>;
};

/** The addresses there are, the methods each takes, to tell 405 from 404, and for whom. */
export type RouteTable = Map<string, Address>;

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
  app.addHook("onRoute", ({ url, method, config }) => {
    if (url.endsWith("*")) return;
    const known: Address = routes.get(url) ?? { pattern: patternOf(url), methods: new Set<string>(), roles: new Map() };
    for (const one of [method].flat().map((name) => name.toUpperCase())) {
      known.methods.add(one);
      known.roles.set(one, config?.roles);
    }
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
