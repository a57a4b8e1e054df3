import { execFile } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

/** Where the parts of @sparticuz/chromium lie once unpacked. */
export interface UnpackedChromium {
  readonly executablePath: string;
  /** Shared libraries (libnss3 and friends) for machines that lack them. */
  readonly libraryFolder: string;
  readonly fontConfigFile: string;
}

const PACKAGE_FOLDER = fileURLToPath(new URL("../../node_modules/@sparticuz/chromium", import.meta.url));
const CACHE_FOLDER = fileURLToPath(new URL("../../node_modules/.cache/duka", import.meta.url));

/**
 * Unpacks the npm package's browser once per version, into a folder of its own: the package itself would take any file
 * called `chromium` that somebody left in the temp folder.
 */
export async function unpackChromium(): Promise<UnpackedChromium> {
  const folder = join(CACHE_FOLDER, `chromium-${packageVersion()}`);
  if (!existsSync(folder)) await unpackInto(folder);
  return {
    executablePath: join(folder, "chromium"),
    libraryFolder: join(folder, "al2023", "lib"),
    fontConfigFile: join(folder, "fonts.conf"),
  };
}

/** Unpacks beside the target and renames, so that a second process never sees half a browser. */
async function unpackInto(folder: string): Promise<void> {
  mkdirSync(dirname(folder), { recursive: true });
  const unfinished = mkdtempSync(`${folder}-unfinished-`);
  try {
    await inflateAll(unfinished);
    writeFileSync(join(unfinished, "fonts.conf"), fontConfig(folder));
    renameSync(unfinished, folder);
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true });
    if (!existsSync(folder)) throw error;
  }
}

/** In a process of its own, because the package unpacks to whatever TMPDIR says. */
async function inflateAll(folder: string): Promise<void> {
  const archives = ["chromium.br", "fonts.tar.br", "swiftshader.tar.br", "al2023.tar.br"];
  const program = `
    import { inflate } from "@sparticuz/chromium";
    await Promise.all(${JSON.stringify(archives)}.map((name) => inflate(${JSON.stringify(`${PACKAGE_FOLDER}/bin/`)} + name)));`;
  await promisify(execFile)(process.execPath, ["--input-type=module", "-e", program], {
    cwd: dirname(fileURLToPath(import.meta.url)),
    env: { ...process.env, TMPDIR: folder },
  });
}

function packageVersion(): string {
  // The package exports no package.json, hence by path.
  const manifest: unknown = JSON.parse(readFileSync(join(PACKAGE_FOLDER, "package.json"), "utf8"));
  if (typeof manifest === "object" && manifest !== null && "version" in manifest) return String(manifest.version);
  throw new Error(`${PACKAGE_FOLDER}/package.json names no version; run npm ci.`);
}

function fontConfig(folder: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${folder}/fonts</dir>
  <cachedir>${folder}/font-cache</cachedir>
</fontconfig>
`;
}
