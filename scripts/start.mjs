// `npm start`: builds the till when it is missing or older than its sources, then starts the server. Asks nothing.
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const tillPage = join(root, "packages/till/dist/index.html");
const tillSources = [
  "packages/till/src",
  "packages/till/public",
  "packages/till/index.html",
  "packages/till/vite.config.ts",
  "packages/client/src",
  "packages/protocol/src",
  "packages/domain/src",
];

const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
if (major < 24 || (major === 24 && minor < 12)) {
  console.error(`Duka needs Node 24.12 or newer; this is ${process.version}. Run "npm start", which brings its own.`);
  process.exit(1);
}

function newestMs(path) {
  const full = join(root, path);
  if (!existsSync(full)) return 0;
  if (!statSync(full).isDirectory()) return statSync(full).mtimeMs;
  const files = readdirSync(full, { recursive: true, withFileTypes: true }).filter((it) => it.isFile());
  // A test changes nothing of the till.
  const sources = files.filter(({ name }) => !name.includes(".test."));
  return Math.max(0, ...sources.map(({ parentPath, name }) => statSync(join(parentPath, name)).mtimeMs));
}

function isTillCurrent() {
  return existsSync(tillPage) && statSync(tillPage).mtimeMs >= Math.max(...tillSources.map(newestMs));
}

if (!isTillCurrent()) {
  console.log("Building the till …");
  const vite = join(root, "node_modules/vite/bin/vite.js");
  const built = spawnSync(process.execPath, [vite, "build", join(root, "packages/till"), "--logLevel", "error"], {
    stdio: ["ignore", "inherit", "inherit"],
  });
  if (built.status !== 0)
    console.error("The till could not be built; the API starts without it, or with the last one.");
}

const { serve } = await import("@duka/server");
await serve();
