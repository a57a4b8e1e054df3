import { networkInterfaces } from "node:os";
import { pino } from "pino";
import { type Config, readConfig } from "./config.ts";
import { type RunningServer, startServer } from "./start-server.ts";

/** Exit codes: 1 says that something must be put right first, 130 that a second signal cut the stopping short. */
const EXIT_NOT_STARTED = 1;
const EXIT_CUT_SHORT = 130;

/**
 * The `serve` command: reads the settings from the environment, starts, says where to open it, and stops on SIGTERM or
 * SIGINT. Resolves when the server listens; sets the exit code and resolves when it may not start.
 */
export async function serve(): Promise<void> {
  const config = readConfig(process.env);
  if (!config.ok) return refuse(config.error.join("\n"));
  const logger = pino({ level: config.value.logLevel });
  const started = await startServer(config.value, logger);
  if (!started.ok) return refuse(started.error);
  process.stdout.write(`${greeting(config.value, started.value)}\n`);
  stopOnSignal(started.value);
}

function refuse(reason: string): void {
  process.stderr.write(`Duka did not start.\n${reason}\n`);
  process.exitCode = EXIT_NOT_STARTED;
}

function stopOnSignal(server: RunningServer): void {
  let isStopping = false;
  for (const signal of ["SIGTERM", "SIGINT"] as const) {
    process.on(signal, () => {
      if (isStopping) process.exit(EXIT_CUT_SHORT);
      isStopping = true;
      void server.stop().then(() => process.exit(0));
    });
  }
}

function greeting({ host, smtpUrl }: Config, { port, databaseName, hasTill }: RunningServer): string {
  const isEverywhere = host === "0.0.0.0" || host === "::";
  const here = `http://${isEverywhere ? "localhost" : host}:${port}`;
  return [
    `Duka is running. Open ${here}`,
    ...(isEverywhere ? ownAddresses().map((address) => `  in this network:  http://${address}:${port}`) : []),
    `  data:             ${databaseName}`,
    ...(smtpUrl === undefined ? ["  mail:             off; DUKA_SMTP_URL turns low-stock mails on"] : []),
    ...(hasTill ? [] : ['  The till is not built, only the API answers. Run "npm run build".']),
    "  stop with Ctrl+C",
  ].join("\n");
}

function ownAddresses(): readonly string[] {
  const addresses = Object.values(networkInterfaces()).flatMap((it) => it ?? []);
  return addresses.filter(({ family, internal }) => family === "IPv4" && !internal).map(({ address }) => address);
}
