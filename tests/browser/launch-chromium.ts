import { type Browser, chromium, type LaunchOptions } from "@playwright/test";
import { findChromium } from "./find-chromium.ts";

const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  // A container's /dev/shm is often 64 MB, too little for a page.
  "--disable-dev-shm-usage",
];

/** What Playwright needs to start the browser found on this machine; for `use.launchOptions` and for `launchChromium`. */
export async function chromiumLaunchOptions(): Promise<LaunchOptions> {
  const found = await findChromium();
  return {
    executablePath: found.executablePath,
    headless: true,
    args: FLAGS,
    env: { ...definedVariables(process.env), ...found.environment },
  };
}

/** Starts a headless Chromium; the caller closes it. */
export async function launchChromium(): Promise<Browser> {
  return chromium.launch(await chromiumLaunchOptions());
}

function definedVariables(environment: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(
    Object.entries(environment).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}
