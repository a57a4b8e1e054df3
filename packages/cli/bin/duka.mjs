#!/usr/bin/env node
// The `duka` command. On a Node that is too old it starts again on the one that npm installed beside the repository.
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
if (major > 24 || (major === 24 && minor >= 12)) {
  const { main } = await import("../src/main.ts");
  await main(process.argv);
} else {
  const launcher = fileURLToPath(new URL("../../../scripts/with-node.mjs", import.meta.url));
  const self = fileURLToPath(import.meta.url);
  const child = spawnSync(process.execPath, [launcher, "node", self, ...process.argv.slice(2)], { stdio: "inherit" });
  process.exitCode = child.status ?? 1;
}
