import { execFile } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import { REPOSITORY } from "./source-tree.ts";

/** A tool that checks nothing is green. So each is run, as package.json runs it, over a small tree with one planted fault. */
const faults = [
  { check: "check:format", file: "fault.ts", text: "export const a   = 1\n", says: "fault.ts" },
  { check: "check:lint", file: "fault.ts", text: "export const a = 1 as any;\n", says: "no-explicit-any" },
  {
    check: "check:lint",
    file: "fault.ts",
    text: "async function work(): Promise<void> {}\nexport function start(): void {\n  work();\n}\n",
    says: "no-floating-promises",
  },
  { check: "check:lint", file: "fault.ts", text: 'export { a } from "./index.ts";\n', says: "no-cycle" },
  { check: "check:types", file: "fault.ts", text: "export const a: string = 1;\n", says: "TS2322" },
  { check: "check:types", file: "fault.ts", text: "export const a = document.title;\n", says: "'document'" },
  { check: "check:types", file: "fault.ts", text: "export const a = process.pid;\n", says: "'process'" },
  { check: "check:dead", file: "fault.ts", text: "export const a = 1;\nexport const dead = 2;\n", says: "dead" },
  { check: "check:dead", file: "nobody-imports-me.ts", text: "export {};\n", says: "nobody-imports-me.ts" },
] as const;

const CONFIGURATION = ["package.json", "biome.json", ".oxlintrc.json", "tsconfig.json", "knip.json", ".gitignore"];
const DOMAIN = "packages/domain";
const FINE = {
  "fault.ts": "export const a = 1;\n",
  "index.ts": 'import { a } from "./fault.ts";\n\nexport const b = a + 1;\n',
};

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "duka-checks-"));
  const copied = [...CONFIGURATION, `${DOMAIN}/package.json`, `${DOMAIN}/tsconfig.json`];
  for (const path of copied) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    cpSync(join(REPOSITORY, path), join(folder, path));
  }
  symlinkSync(join(REPOSITORY, "node_modules"), join(folder, "node_modules"));
});
afterAll(() => rmSync(folder, { recursive: true }));

test.each(faults)("$check says $says about a fault", async ({ check, file, text, says }) => {
  writeSources({ [file]: text });
  const result = await run(check);
  expect(result.output).toContain(says);
  expect(result.hasFailed).toBe(true);
});

test.each(["check:format", "check:lint", "check:types"])(
  "%s says nothing about the tree without the fault",
  async (check) => {
    writeSources({});
    expect(await run(check)).toMatchObject({ hasFailed: false });
  },
);

/** A tree in which index.ts uses fault.ts, with the given files put in or over it. */
function writeSources(changed: Readonly<Record<string, string>>): void {
  const source = join(folder, DOMAIN, "src");
  rmSync(source, { recursive: true, force: true });
  mkdirSync(source);
  for (const [name, text] of Object.entries({ ...FINE, ...changed })) writeFileSync(join(source, name), text);
}

async function run(check: string): Promise<{ hasFailed: boolean; output: string }> {
  // Our own package.json, whose shape npm has checked.
  const { scripts } = JSON.parse(readFileSync(join(REPOSITORY, "package.json"), "utf8")) as {
    scripts: Record<string, string>;
  };
  const path = `${join(REPOSITORY, "node_modules", ".bin")}:${process.env.PATH}`;
  try {
    const options = { cwd: folder, env: { ...process.env, PATH: path, NO_COLOR: "1" } };
    const { stdout, stderr } = await promisify(execFile)("sh", ["-c", scripts[check] ?? "false"], options);
    return { hasFailed: false, output: stdout + stderr };
  } catch (error) {
    // execFile's error carries what the command printed.
    const { stdout, stderr } = error as { stdout: string; stderr: string };
    return { hasFailed: true, output: stdout + stderr };
  }
}
