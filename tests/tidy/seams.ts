import type { Part } from "./who-may-import-whom.ts";

/** Where time and chance enter; everywhere else they are passed in, or the simulation could not replay a run. */
const TIME_AND_CHANCE = [
  "Date.now",
  "Math.random",
  "new Date",
  "performance.now",
  "crypto.randomUUID",
  "crypto.getRandomValues",
  "Temporal.Now",
] as const;

const OUTSIDE_WORLD = [
  "process",
  "fetch",
  "setTimeout",
  "setInterval",
  "console",
  "globalThis",
  "window",
  "document",
  "navigator",
  "localStorage",
  "indexedDB",
] as const;

/** What a part may not touch, and the files that may nevertheless, because they are the seam. */
export interface Seam {
  readonly forbidden: readonly string[];
  /** Path prefixes. */
  readonly exceptIn: readonly string[];
}

/** The table of seams. `new Date` means without arguments: reading a given instant is no chance. */
export const seams: Partial<Record<Part, Seam>> = {
  domain: { forbidden: [...TIME_AND_CHANCE, ...OUTSIDE_WORLD], exceptIn: [] },
  protocol: { forbidden: [...TIME_AND_CHANCE, ...OUTSIDE_WORLD], exceptIn: [] },
  client: { forbidden: [...TIME_AND_CHANCE, ...OUTSIDE_WORLD], exceptIn: ["packages/client/src/environment/"] },
  server: {
    forbidden: [...TIME_AND_CHANCE, "process", "fetch", "console"],
    exceptIn: [
      "packages/server/src/environment.ts",
      "packages/server/src/serve.ts",
      // How long a migration step took, for the operator's eyes.
      "packages/server/src/database/migrate.ts",
    ],
  },
};
