/** What a part of the tree may import, besides itself. */
export interface ImportRule {
  readonly ours: readonly Part[] | "everything";
  /** Packages from npm; "any" where package.json alone decides (knip compares the two). */
  readonly packages: readonly string[] | "any";
  /** Modules of Node itself. */
  readonly node: boolean;
  /** Whether it may also take what a package does not export, by its path. */
  readonly byPath?: boolean;
}

export type Part = "domain" | "protocol" | "client" | "server" | "till" | "cli" | "tests" | "bench" | "scripts";

/** THE architecture diagram: who may import whom. ARCHITECTURE.md draws it. */
export const whoMayImportWhom: Readonly<Record<Part, ImportRule>> = {
  domain: { ours: [], packages: ["temporal-polyfill", "@noble/hashes"], node: false },
  protocol: { ours: ["domain"], packages: ["typebox"], node: false },
  // Node only behind the ./node entry; what a browser loads is checked from `browserEntries`.
  client: { ours: ["domain", "protocol"], packages: ["@noble/hashes", "idb", "uuidv7"], node: true },
  server: { ours: ["domain", "protocol"], packages: "any", node: true },
  till: { ours: ["domain", "protocol", "client"], packages: "any", node: false },
  cli: { ours: "everything", packages: "any", node: true },
  tests: { ours: "everything", packages: "any", node: true, byPath: true },
  bench: { ours: "everything", packages: "any", node: true, byPath: true },
  // Scripts start the server, write pages from tables, and ask the tests which databases there are.
  scripts: { ours: ["protocol", "server", "tests"], packages: "any", node: true },
};

/** What a browser loads: nothing reached from here may import a module of Node. */
export const browserEntries = [
  "packages/client/src/index.ts",
  "packages/client/src/api/index.ts",
  "packages/client/src/environment/browser.ts",
] as const;

/** Built by Node, not loaded by the browser. */
export const builtByNode = ["packages/till/vite.config.ts"] as const;

/**
 * Inside a server feature, by the end of the file's name: what it must not import, types included. Routes must not run
 * anything of database/ either.
 */
export const featureLayers = {
  routes: { suffix: ".routes.ts", mayNotImport: ["queries"] },
  action: { suffix: ".ts", mayNotImport: ["routes"] },
  queries: { suffix: ".queries.ts", mayNotImport: ["routes", "action"] },
} as const;

/** Folders of the server that are not features: every feature may use them, they use no feature. */
export const serverFoundations = ["database", "http", "testing"] as const;
