import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** One file of the repository; the path is relative to its root, with `/`. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

/** The repository's root folder. */
export const REPOSITORY = fileURLToPath(new URL("../..", import.meta.url));

const NOT_OURS = new Set([
  "node_modules",
  "dist",
  "coverage",
  "test-results",
  "test-reports",
  "playwright-report",
  "duka-data",
  ".git",
  ".duka",
]);

/** Paths of all files that people wrote, sorted; without git, because a copied tree has none. */
export function listFiles(folder = ""): string[] {
  const entries = readdirSync(join(REPOSITORY, folder), { withFileTypes: true });
  return entries
    .filter(({ name }) => !NOT_OURS.has(name))
    .flatMap((entry) => {
      const path = folder === "" ? entry.name : `${folder}/${entry.name}`;
      return entry.isDirectory() ? listFiles(path) : [path];
    })
    .toSorted();
}

/** Reads the files whose path the filter takes. */
export function readFiles(isWanted: (path: string) => boolean): SourceFile[] {
  return listFiles().filter(isWanted).map(readSourceFile);
}

/** Reads one file. */
export function readSourceFile(path: string): SourceFile {
  return { path, text: readFileSync(join(REPOSITORY, path), "utf8") };
}

/** All TypeScript and JavaScript source. */
export function readCode(): SourceFile[] {
  return readFiles((path) => /\.(ts|tsx|mts|mjs|js)$/.test(path) && !path.endsWith(".d.ts"));
}

/** Whether a file exists only for tests: a test, or support for tests. */
export function isTestCode(path: string): boolean {
  return /\.test(-support)?\.tsx?$/.test(path) || /\/(testing|corpus)\//.test(path) || path.startsWith("tests/");
}
