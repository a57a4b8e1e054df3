import { findPostgres } from "./find-postgres.ts";
import { findMariadb } from "./start-mariadb.ts";

/** The engines Duka runs on; `mysql` is tested on MariaDB. */
export type DatabaseKind = "sqlite" | "postgres" | "mysql";

/** Which engines this run tests, and why it does not test the others. */
export interface DatabaseChoice {
  readonly tested: readonly DatabaseKind[];
  readonly notTested: readonly { readonly kind: DatabaseKind; readonly reason: string; readonly isMissing: boolean }[];
}

export const DATABASE_KINDS: readonly DatabaseKind[] = ["sqlite", "postgres", "mysql"];

/** `DATABASES=sqlite,postgres` chooses; without it, all that can run here. */
export function chooseDatabases(environment: NodeJS.ProcessEnv = process.env): DatabaseChoice {
  const wanted = parseKinds(environment.DATABASES);
  const judged = DATABASE_KINDS.map((kind) => ({ kind, ...judge(kind, wanted) }));
  return {
    tested: judged.flatMap(({ kind, reason }) => (reason === undefined ? [kind] : [])),
    notTested: judged.flatMap(({ kind, reason, isMissing }) =>
      reason === undefined ? [] : [{ kind, reason, isMissing }],
    ),
  };
}

/** Says loudly what is not tested; in CI an engine that is missing fails the run, for green must mean tested. */
export function reportUntested(choice: DatabaseChoice, environment = process.env, warn = console.warn): void {
  for (const { kind, reason } of choice.notTested) warn(`\n!!! NOT TESTED: ${kind}: ${reason}\n`);
  const missing = choice.notTested.filter(({ isMissing }) => isMissing);
  if (environment.CI === "true" && missing.length > 0) {
    throw new Error(`CI must test every database; missing: ${missing.map(({ kind }) => kind).join(", ")}.`);
  }
}

function judge(kind: DatabaseKind, wanted: readonly DatabaseKind[]): { reason?: string; isMissing: boolean } {
  if (!wanted.includes(kind)) return { reason: "left out by DATABASES", isMissing: false };
  if (kind === "postgres" && findPostgres() === undefined) {
    return { reason: "no PostgreSQL here; npm ci brings one on linux-x64", isMissing: true };
  }
  if (kind === "mysql" && findMariadb() === undefined) {
    return { reason: "no MariaDB here; apt-get install mariadb-server", isMissing: true };
  }
  return { isMissing: false };
}

function parseKinds(text: string | undefined): readonly DatabaseKind[] {
  if (text === undefined || text.trim() === "") return DATABASE_KINDS;
  return text.split(",").map((word) => {
    const kind = DATABASE_KINDS.find((known) => known === word.trim());
    if (kind === undefined) throw new Error(`DATABASES: "${word}" is none of ${DATABASE_KINDS.join(", ")}.`);
    return kind;
  });
}
