import { chmodSync, chownSync, mkdtempSync, statSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

/** PostgreSQL refuses to run as root; this is `nobody`, which every Linux has, with or without an entry in /etc/passwd. */
const NOBODY = 65_534;

/** The user to run PostgreSQL as; undefined when we are not root and run it as ourselves. */
export function serverUserId(): number | undefined {
  return process.getuid?.() === 0 ? NOBODY : undefined;
}

/** Makes a temp folder that belongs to the server's user, in a place which that user can reach. */
export function makeServerFolder(name: string, userId: number | undefined): string {
  const parent = [tmpdir(), "/tmp", "/var/tmp"].find((folder) => userId === undefined || isReachableByAll(folder));
  if (parent === undefined)
    throw new Error("No temp folder that every user can enter; set TMPDIR to one, such as /tmp.");
  const folder = mkdtempSync(join(parent, `duka-${name}-`));
  chmodSync(folder, 0o700);
  if (userId !== undefined) chownSync(folder, userId, userId);
  return folder;
}

/** Whether any user may enter this folder: it and all its parents are world-executable. */
export function isReachableByAll(folder: string): boolean {
  const isOpen = (statSync(folder).mode & 0o001) !== 0;
  return isOpen && (dirname(folder) === folder || isReachableByAll(dirname(folder)));
}

/** A TCP port on loopback that was free a moment ago. Another process may take it first: callers try again. */
export function findFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => {
        if (address === null || typeof address === "string") reject(new Error("A TCP server has no port."));
        else resolve(address.port);
      });
    });
  });
}
