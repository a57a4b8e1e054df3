import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";

const folders: string[] = [];

afterAll(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** A new empty folder, removed when the test file is through. */
export function newTestFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "duka-client-"));
  folders.push(folder);
  return folder;
}
