import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { operations } from "@duka/protocol/operations";
import { readPage } from "../../tests/docs/markdown.ts";
import { type CurlRequest, parseCurl } from "./parse-curl.ts";

const API_PAGE = "docs/api.md";
const EXPECTED = /^# (\d{3})(?:, keep (.+))?$/;

/** A call that `docs/api.md` shows: the command, what it sends, and what is to come back. */
export interface ShownCall {
  readonly line: number;
  readonly command: string;
  readonly request: CurlRequest;
  readonly operationKey: keyof typeof operations;
  readonly status: number;
  /** Variables of later calls, and where in the answer they are: `alerts.0.id`. */
  readonly keeps: readonly (readonly [variable: string, path: string])[];
}

/**
 * The calls of `docs/api.md`, in order: every `sh` fence with a curl. Its first line says what to expect and what to keep for
 * later calls: `# 201, keep TOKEN=token`.
 */
export function readApiPage(): readonly ShownCall[] {
  const text = readFileSync(fileURLToPath(new URL(`../../${API_PAGE}`, import.meta.url)), "utf8");
  const fences = readPage({ path: API_PAGE, text }).fences.filter((fence) => /^curl/m.test(fence.text));
  return fences.map(({ text: fence, line }) => readCall(fence, line));
}

function readCall(fence: string, line: number): ShownCall {
  const [first = "", ...rest] = fence.split("\n");
  const [, status, kept = ""] = EXPECTED.exec(first) ?? [];
  if (status === undefined) throw new Error(`${API_PAGE}:${line} does not say what comes back: # 200`);
  const command = rest.join("\n");
  const request = parseCurl(command);
  const keeps = [...kept.matchAll(/([A-Z_]+)=([\w.]+)/g)].map(([, name = "", path = ""]) => [name, path] as const);
  const operationKey = findOperation(request);
  if (operationKey === undefined) throw new Error(`${API_PAGE}:${line} calls what is no operation of the API.`);
  return { line, command, request, operationKey, status: Number(status), keeps };
}

/** Of several that fit, the one with the fewest variable parts: by_barcode is no id. */
function findOperation({ method, url }: CurlRequest): keyof typeof operations | undefined {
  const path = url.replace("{{DUKA}}", "").split("?")[0] ?? "";
  const keys = Object.keys(operations) as (keyof typeof operations)[]; // A constant object has no other keys.
  return keys
    .filter((key) => new RegExp(`^${key.replaceAll(/:\w+/g, "[^/]+")}$`).test(`${method} ${path}`))
    .toSorted((one, other) => one.split(":").length - other.split(":").length)[0];
}
