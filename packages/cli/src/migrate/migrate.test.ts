import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { KNOWN_MIGRATIONS } from "@duka/server";
import { afterAll, beforeAll, expect, it } from "vitest";

const duka = fileURLToPath(new URL("../../bin/duka.mjs", import.meta.url));
let folder = "";

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "duka-cli-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function run(...args: readonly string[]) {
  const env = { PATH: process.env["PATH"], DUKA_DATA_DIR: folder };
  const { status, stdout, stderr } = spawnSync(process.execPath, [duka, ...args], { env, encoding: "utf8" });
  return { status, stdout, stderr };
}

const statusOf = () => JSON.parse(run("migrate", "status", "--json").stdout);

// Seven runs of the command, each a process of its own.
const RUNS_TIMEOUT_MS = 60_000;

it(
  "goes up, has nothing left to do, goes one down, and to a step by name",
  () => {
    expect(run("migrate", "up").stdout.match(/↑/g)).toHaveLength(KNOWN_MIGRATIONS.length);
    expect(run("migrate", "up").stdout).toContain("Nothing to do");
    expect(run("migrate", "down").stdout).toContain(`↓ ${KNOWN_MIGRATIONS.at(-1)}`);
    expect(statusOf()).toEqual({
      applied: KNOWN_MIGRATIONS.slice(0, -1),
      pending: KNOWN_MIGRATIONS.slice(-1),
      unknown: [],
    });
    const first = KNOWN_MIGRATIONS[0] ?? "";
    expect(run("migrate", "to", first).status).toBe(0);
    expect(statusOf().applied).toEqual([first]);
  },
  RUNS_TIMEOUT_MS,
);

it("names the known steps when asked for one that is not there", () => {
  const { status, stderr } = run("migrate", "to", "9999_nowhere");
  expect(status).toBe(1);
  expect(stderr).toContain(KNOWN_MIGRATIONS[0] ?? "");
});

it("says every wrong setting and exits with 1", () => {
  const env = { PATH: process.env["PATH"], DATABASE_URL: "oracle://here", PORT: "many" };
  const { status, stderr } = spawnSync(process.execPath, [duka, "migrate", "status"], { env, encoding: "utf8" });
  expect(status).toBe(1);
  expect(stderr).toMatch(/PORT[\s\S]*DATABASE_URL|DATABASE_URL[\s\S]*PORT/);
});
