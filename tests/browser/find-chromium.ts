import { execFile } from "node:child_process";
import { accessSync, constants, existsSync, readdirSync } from "node:fs";
import { homedir } from "node:os";
import { delimiter, join } from "node:path";
import { promisify } from "node:util";
import { unpackChromium } from "./unpack-chromium.ts";

/** A browser that was seen to start, and the environment it needs. */
export interface FoundChromium {
  readonly executablePath: string;
  /** Variables to add to the browser's environment. */
  readonly environment: Readonly<Record<string, string>>;
  readonly source: "CHROMIUM_PATH" | "system" | "@sparticuz/chromium";
}

const SYSTEM_NAMES = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome"];
const FONT_FOLDERS = ["/usr/share/fonts", "/usr/local/share/fonts", join(homedir(), ".fonts")];
const PROBE_TIMEOUT_MS = 30_000;

/** The first of $CHROMIUM_PATH, the system's Chromium or Chrome, and the one inside the npm package @sparticuz/chromium. */
export async function findChromium(): Promise<FoundChromium> {
  const chosen = process.env.CHROMIUM_PATH;
  if (chosen) return { executablePath: chosen, environment: {}, source: "CHROMIUM_PATH" };
  const system = findOnPath(SYSTEM_NAMES);
  if (system && (await doesStart(system, {}))) return { executablePath: system, environment: {}, source: "system" };
  return findBundledChromium();
}

async function findBundledChromium(): Promise<FoundChromium> {
  const unpacked = await unpackChromium();
  // Without fonts Chromium lays out every text with size 0, and Playwright then calls every element hidden.
  const fonts: Record<string, string> = hasFonts() ? {} : { FONTCONFIG_FILE: unpacked.fontConfigFile };
  // Without libnss3 (a bare container) the binary does not load; the libraries of its own package do.
  const bundledLibraries = { ...fonts, LD_LIBRARY_PATH: unpacked.libraryFolder };
  for (const environment of [fonts, bundledLibraries]) {
    if (await doesStart(unpacked.executablePath, environment)) {
      return { executablePath: unpacked.executablePath, environment, source: "@sparticuz/chromium" };
    }
  }
  throw new Error(
    `No browser starts here, not even ${unpacked.executablePath}. Install Chromium (apt-get install chromium) or set CHROMIUM_PATH.`,
  );
}

async function doesStart(executablePath: string, environment: Readonly<Record<string, string>>): Promise<boolean> {
  try {
    const { stdout } = await promisify(execFile)(executablePath, ["--no-sandbox", "--version"], {
      env: { ...process.env, ...environment },
      timeout: PROBE_TIMEOUT_MS,
    });
    return /\d+\.\d+/.test(stdout);
  } catch {
    return false;
  }
}

function findOnPath(names: readonly string[]): string | undefined {
  const folders = (process.env.PATH ?? "").split(delimiter);
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find(isExecutable);
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function hasFonts(): boolean {
  return FONT_FOLDERS.some(
    (folder) =>
      existsSync(folder) &&
      readdirSync(folder, { recursive: true }).some((file) => /\.(ttf|otf|ttc|pfb)$/i.test(String(file))),
  );
}
