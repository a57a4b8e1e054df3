import { type ChildProcess, spawn } from "node:child_process";
import { closeSync, openSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** A database server that can't outlive the process that started it. */
export interface GuardedProcess {
  /** What the server has written to its log so far. */
  readonly log: () => string;
  readonly hasExited: () => boolean;
  /** Stops the server and removes its folder. */
  readonly stop: () => Promise<void>;
}

/** What to run, and as whom. */
export interface GuardedCommand {
  readonly command: string;
  readonly args: readonly string[];
  /** The server's own folder, removed when it has stopped. */
  readonly folder: string;
  readonly stopSignal: "QUIT" | "KILL";
  readonly userId?: number;
  readonly environment?: Readonly<Record<string, string>>;
}

/**
 * A shell stands between us and the server and reads a pipe that only we hold open. However we end, even by SIGKILL, the
 * pipe closes, and the shell stops the server and removes its folder.
 */
const GUARD = `
folder=$1; signal=$2; shift 2
exec 3<&0
"$@" </dev/null 3<&- & server=$!
( read -r _ <&3; kill -s "$signal" $server ) & reader=$!
wait $server; code=$?
kill $reader 2>/dev/null
cd / && rm -rf "$folder"
exit $code`;

/** Starts a server under the guard. */
export function startGuarded(command: GuardedCommand): GuardedProcess {
  const logFile = join(command.folder, "server.log");
  const log = openSync(logFile, "a");
  const child = spawn(
    "/bin/sh",
    ["-c", GUARD, "guard", command.folder, command.stopSignal, command.command, ...command.args],
    {
      cwd: command.folder,
      // A session of its own: Ctrl-C in the terminal must reach us, not the guard.
      detached: true,
      stdio: ["pipe", log, log],
      env: { ...process.env, ...command.environment },
      ...(command.userId === undefined ? {} : { uid: command.userId, gid: command.userId }),
    },
  );
  closeSync(log);
  letUsExit(child);
  const hasExited = () => child.exitCode !== null || child.signalCode !== null;
  return {
    log: () => readLog(logFile),
    hasExited,
    stop: async () => {
      if (hasExited()) return;
      const exited = new Promise((resolve) => child.once("exit", resolve));
      child.ref();
      child.stdin?.end();
      await exited;
    },
  };
}

/** Neither the child nor its pipe keeps our event loop alive. */
function letUsExit(child: ChildProcess): void {
  child.unref();
  const pipe = child.stdin;
  if (pipe && "unref" in pipe && typeof pipe.unref === "function") pipe.unref();
  // The guard may end first; a broken pipe is then no news.
  pipe?.on("error", () => undefined);
}

function readLog(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "(the server's folder is gone)";
  }
}
