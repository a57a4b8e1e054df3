import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { startGuarded } from "./guarded-process.ts";

const MODULE = fileURLToPath(new URL("guarded-process.ts", import.meta.url));

test("stop ends the server and removes its folder", async () => {
  const folder = mkdtempSync(join(tmpdir(), "duka-guard-"));
  const server = startGuarded({ command: "sleep", args: ["600"], folder, stopSignal: "KILL" });
  await server.stop();
  expect(server.hasExited()).toBe(true);
  expect(existsSync(folder)).toBe(false);
});

test("a starter that is killed outright leaves neither server nor folder behind", async () => {
  const folder = mkdtempSync(join(tmpdir(), "duka-guard-"));
  const seconds = `600.${process.pid}`;
  const program = `
    const { startGuarded } = await import(${JSON.stringify(MODULE)});
    startGuarded({ command: "sleep", args: ["${seconds}"], folder: ${JSON.stringify(folder)}, stopSignal: "KILL" });
    console.log("started");
    setInterval(() => {}, 1000);`;
  const starter = spawn(process.execPath, ["--input-type=module", "-e", program], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  await once(starter.stdout, "data");
  starter.kill("SIGKILL");
  await waitFor(() => !existsSync(folder));
  expect(await processesWith(seconds)).toBe("");
});

test("a server that dies at once is seen, with its log", async () => {
  const folder = mkdtempSync(join(tmpdir(), "duka-guard-"));
  const server = startGuarded({
    command: "sh",
    args: ["-c", "echo no room >&2; sleep 0.2; exit 3"],
    folder,
    stopSignal: "KILL",
  });
  await waitFor(() => server.log().includes("no room"));
  expect(server.log()).toContain("no room");
  await waitFor(() => server.hasExited());
});

async function waitFor(condition: () => boolean): Promise<void> {
  for (let attempt = 0; attempt < 200 && !condition(); attempt++) await sleep(25);
  expect(condition()).toBe(true);
}

function processesWith(argument: string): Promise<string> {
  return new Promise((resolve) => {
    execFile(
      "sh",
      ["-c", 'grep -lsz -- "$1" /proc/[0-9]*/cmdline | grep -v "/$$/" || true', "sh", `^${argument}$`],
      (_, stdout) => resolve(stdout),
    );
  });
}
