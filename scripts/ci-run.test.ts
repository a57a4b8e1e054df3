import { execFile } from "node:child_process";
import { chmodSync, cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, expect, test } from "vitest";

const CI_RUN = fileURLToPath(new URL("../.ci/run", import.meta.url));
const ALL_GREEN = { ci: "exit 0", check: "exit 0", test: "echo '40 passed, 0 failed'", replay: "exit 0" };

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "duka-ci-"));
  mkdirSync(join(folder, ".ci"));
  mkdirSync(join(folder, "bin"));
  cpSync(CI_RUN, join(folder, ".ci/run"));
  writeProgram("mariadbd", "exit 0");
});
afterEach(() => rmSync(folder, { recursive: true }));

test("CI adds up what each step counted, and ends with one plain line", async () => {
  expect(await runCi(ALL_GREEN)).toEqual({ code: 0, lastLine: "44 passed, 0 failed" });
});

test("failed tests make CI fail, and are counted", async () => {
  expect(await runCi({ ...ALL_GREEN, test: "echo '38 passed, 2 failed'; exit 1" })).toEqual({
    code: 1,
    lastLine: "42 passed, 2 failed",
  });
});

test("a step that fails although it counted no failure still fails CI", async () => {
  expect(await runCi({ ...ALL_GREEN, test: "echo '40 passed, 0 failed'; exit 1" })).toEqual({
    code: 1,
    lastLine: "4 passed, 1 failed",
  });
  expect(await runCi({ ...ALL_GREEN, check: "exit 2" })).toMatchObject({ code: 1, lastLine: "43 passed, 1 failed" });
});

test("the later steps run although an earlier one failed, but nothing runs without npm ci", async () => {
  expect(await runCi({ ...ALL_GREEN, ci: "exit 1" })).toEqual({ code: 1, lastLine: "1 passed, 1 failed" });
});

async function runCi(steps: typeof ALL_GREEN): Promise<{ code: number; lastLine: string }> {
  const words = Object.entries(steps).map(([name, script]) => `*" ${name} "*) ${script} ;;`);
  writeProgram("npm", `case " $* " in\n${words.join("\n")}\nesac`);
  writeProgram("sleep", "exit 0");
  const env = { ...process.env, PATH: `${join(folder, "bin")}:${process.env.PATH}` };
  return new Promise((resolve) => {
    const child = execFile("bash", [".ci/run"], { cwd: folder, env }, (_, stdout) => {
      resolve({ code: child.exitCode ?? -1, lastLine: stdout.trimEnd().split("\n").at(-1) ?? "" });
    });
  });
}

function writeProgram(name: string, script: string): void {
  const file = join(folder, "bin", name);
  writeFileSync(file, `#!/bin/sh\n${script}\n`);
  chmodSync(file, 0o755);
}
