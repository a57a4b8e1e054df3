import { execFile } from "node:child_process";
import { promisify } from "node:util";

const CURL_MAX_MS = 15_000;
/** A line of its own after the answer's body. */
const STATUS_LINE = /\n(\d{3})$/;

/** Runs a curl command as a shell does, and answers what came back. */
export async function runCurl(
  command: string,
  { folder, variables }: { readonly folder: string; readonly variables: Readonly<Record<string, string>> },
): Promise<{ readonly status: number; readonly text: string }> {
  const whole = `${command} --silent --show-error --write-out '\\n%{http_code}'`;
  const { stdout } = await promisify(execFile)("sh", ["-c", whole], {
    cwd: folder,
    env: { PATH: process.env["PATH"], ...variables },
    timeout: CURL_MAX_MS,
    maxBuffer: 16 * 1024 * 1024,
  });
  const [tail = "", status] = STATUS_LINE.exec(stdout) ?? [];
  return { status: Number(status), text: stdout.slice(0, stdout.length - tail.length) };
}
