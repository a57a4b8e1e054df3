import { type ChildProcess, spawn } from "node:child_process";
import { createWriteStream, type WriteStream } from "node:fs";
import { setTimeout as delay } from "node:timers/promises";
import { fileURLToPath } from "node:url";

export type ServerSettings = {
  readonly port: number;
  readonly folder: string;
  /** Undefined: SQLite in `folder`. */
  readonly databaseUrl: string | undefined;
  /** Connections to the database; undefined: the server's default. */
  readonly connectionsMax?: number;
  readonly logFile: string;
};

const READY_WITHIN_MS = 30_000;
const READY_POLL_MS = 50;
const STOP_WITHIN_MS = 15_000;
const PROGRAM = fileURLToPath(new URL("./serve.ts", import.meta.url));

/** The server as a process of its own, which can be killed and started again on the same files and port. */
export class ServerProcess {
  readonly url: string;
  readonly #settings: ServerSettings;
  readonly #log: WriteStream;
  #process: ChildProcess | undefined;

  constructor(settings: ServerSettings) {
    this.#settings = settings;
    this.url = `http://127.0.0.1:${settings.port}`;
    this.#log = createWriteStream(settings.logFile, { flags: "a" });
  }

  /** Resolves once the server says that it is ready. */
  async start(): Promise<void> {
    const child = spawn(process.execPath, [PROGRAM], {
      env: { ...process.env, ...serverEnvironment(this.#settings) },
      stdio: ["ignore", "pipe", "pipe"],
    });
    this.#process = child;
    child.stdout.pipe(this.#log, { end: false });
    child.stderr.pipe(this.#log, { end: false });
    await this.#untilReady(child);
  }

  /** As a power cut would: nothing is finished, nothing is flushed. */
  async kill(): Promise<void> {
    await this.#end("SIGKILL");
  }

  /** As an operator would. Answers the exit code; undefined when the process had to be killed. */
  async stop(): Promise<number | undefined> {
    return await this.#end("SIGTERM");
  }

  async #end(signal: "SIGKILL" | "SIGTERM"): Promise<number | undefined> {
    const child = this.#process;
    this.#process = undefined;
    if (child === undefined || child.exitCode !== null || child.signalCode !== null)
      return child?.exitCode ?? undefined;
    const exited = new Promise<number | undefined>((resolve) => {
      child.once("exit", (code) => resolve(code ?? undefined));
    });
    child.kill(signal);
    const timer = setTimeout(() => child.kill("SIGKILL"), STOP_WITHIN_MS);
    try {
      return await exited;
    } finally {
      clearTimeout(timer);
    }
  }

  async #untilReady(child: ChildProcess): Promise<void> {
    for (let waitedMs = 0; waitedMs < READY_WITHIN_MS; waitedMs += READY_POLL_MS) {
      if (child.exitCode !== null) break;
      const answer = await fetch(`${this.url}/ready/`).catch(() => undefined);
      if (answer?.ok === true) return;
      await delay(READY_POLL_MS);
    }
    throw new Error(`The server did not become ready; its output is in ${this.#settings.logFile}.`);
  }
}

function serverEnvironment({ port, folder, databaseUrl, connectionsMax }: ServerSettings): Record<string, string> {
  return {
    PORT: String(port),
    HOST: "127.0.0.1",
    DUKA_DATA_DIR: folder,
    DUKA_REQUESTS_PER_MINUTE: "0",
    DUKA_MIGRATE_AT_START: "true",
    // A database in the caller's environment is none of our business.
    DATABASE_URL: databaseUrl ?? "",
    ...(connectionsMax === undefined ? {} : { DUKA_DATABASE_CONNECTIONS: String(connectionsMax) }),
  };
}
