import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { chooseDatabases, type DatabaseKind } from "../../tests/servers/database-kinds.ts";
import { ANSWERS_FILE } from "./answers-file.ts";
import { readPlaywrightReport, readVitestReport } from "./step-counts.ts";
import type { TestStep } from "./test-step.ts";

const MINUTE_MS = 60_000;
/** Only a runner that hangs takes that long; all of them together need less on two idle cores. */
const STEP_MAX_MS = 10 * MINUTE_MS;
const REPORT_FOLDER = fileURLToPath(new URL("../../test-reports", import.meta.url));
const REPLAY_SLICE_INVOICES = 60;

/** Everything `npm test` runs, in this order: the quick and the telling first. */
export const testSteps: readonly TestStep[] = [
  {
    name: "types",
    covers: "tsc over every project",
    command: ["npm", "run", "-s", "check:types"],
    withinMs: 2 * MINUTE_MS,
  },
  {
    name: "lint",
    covers: "oxlint, type-aware",
    command: ["npm", "run", "-s", "check:lint"],
    withinMs: 2 * MINUTE_MS,
  },
  {
    ...vitestStep("unit"),
    covers: "domain, protocol, client, server over injected HTTP, till; layout and docs",
    withinMs: STEP_MAX_MS,
  },
  {
    ...vitestStep("contract"),
    covers: "one suite on every database, one on every outbox storage; kept failures",
    withinMs: STEP_MAX_MS,
  },
  {
    name: "answers",
    covers: "every answer that the OpenAPI document promises occurred in a test",
    command: ["node", "scripts/check-answers.ts"],
    withinMs: MINUTE_MS,
  },
  {
    name: "build",
    covers: "the till builds for the browser",
    command: ["npm", "run", "-s", "build:all"],
    withinMs: 2 * MINUTE_MS,
  },
  { ...vitestStep("browser"), covers: "a Chromium starts on this machine", withinMs: 2 * MINUTE_MS },
  {
    name: "e2e",
    covers: "the till in a real Chromium: offline, killed, reloaded, back",
    command: ["playwright", "test", "--reporter=list,json"],
    report: { file: join(REPORT_FOLDER, "e2e.json"), read: readPlaywrightReport },
    environment: { PLAYWRIGHT_JSON_OUTPUT_FILE: join(REPORT_FOLDER, "e2e.json") },
    withinMs: STEP_MAX_MS,
  },
  ...chooseDatabases().tested.map(replayStep),
];

function vitestStep(project: string): Pick<TestStep, "name" | "command" | "report" | "environment"> {
  const file = join(REPORT_FOLDER, `${project}.json`);
  return {
    name: project,
    command: [
      "vitest",
      "run",
      "--project",
      project,
      "--reporter=default",
      "--reporter=json",
      `--outputFile.json=${file}`,
    ],
    report: { file, read: readVitestReport },
    environment: { DUKA_ANSWERS_FILE: ANSWERS_FILE },
  };
}

/** The same slice with the same seed on every database: the same figures are asserted on each. */
function replayStep(kind: DatabaseKind): TestStep {
  const choices = ["--slice", String(REPLAY_SLICE_INVOICES), "--seed", "1", "--database", kind];
  return {
    name: `replay ${kind}`,
    covers: `${REPLAY_SLICE_INVOICES} invoices of a real shop through five unreliable tills; "npm run replay" is the whole`,
    command: ["npm", "run", "-s", "replay:all", "--", ...choices],
    withinMs: STEP_MAX_MS,
  };
}
