import { PULL_ROWS_MAX, type PullResponse } from "@duka/protocol";
import { changeOfPage, changeOfReset, readPosition } from "../catalogue/apply-page.ts";
import type { CatalogueStorage } from "../catalogue/catalogue-storage.ts";
import type { Environment } from "../environment/environment.ts";
import type { Transport } from "../environment/transport.ts";
import { isFields, parseJson } from "../fields.ts";
import { type ClockSample, clockSample } from "../push/clock-offset.ts";
import { readRetryAfterMs } from "../push/read-retry-after.ts";
import { readInstant, REQUEST_DEADLINE_MS } from "../push/send-push.ts";
import { withDeadline } from "../with-deadline.ts";
import { readPullAnswer } from "./read-pull-answer.ts";

const PULL_PATH = "/api/sync/pull/";
/** Pages in one cycle: more than the largest catalogue has, so that a server that always says "more" is left alone. */
const PULL_PAGES_MAX = 1_000;

export interface PullContext {
  readonly environment: Environment;
  readonly storage: CatalogueStorage;
  readonly transport: Transport;
}

export type PullReport =
  | { readonly kind: "level"; readonly page: PullResponse; readonly sample: ClockSample }
  /** The cursor was refused: the next cycle loads anew. */
  | { readonly kind: "reset" }
  | { readonly kind: "failed"; readonly detail: string; readonly retryAfterMs: number | undefined };

/** Pulls pages until the cache is level with the server; each page and its cursor are one local transaction. */
export async function runPullCycle(context: PullContext, onPage: () => void): Promise<PullReport> {
  for (let page = 0; page < PULL_PAGES_MAX; page += 1) {
    const report = await pullPage(context);
    if (report.kind === "failed") return report;
    onPage();
    if (report.kind === "reset" || !report.page.more) return report;
  }
  return { kind: "failed", detail: "The server never ends its pages.", retryAfterMs: undefined };
}

async function pullPage(context: PullContext): Promise<PullReport> {
  const { environment, storage } = context;
  const position = readPosition(await storage.position());
  const sent = readInstant(environment);
  const answer = await request(context, position.cursor);
  if (answer instanceof Error) return { kind: "failed", detail: answer.message, retryAfterMs: undefined };
  const received = readInstant(environment);
  if (answer.status === 410 && isResetRequired(answer.text)) {
    await storage.apply(changeOfReset(position));
    return { kind: "reset" };
  }
  const page = answer.status === 200 ? readPullAnswer(answer.text) : undefined;
  if (page === undefined) {
    const retryAfterMs = readRetryAfterMs(answer.headers("retry-after"), received.wallMs);
    return { kind: "failed", detail: `The catalogue was not answered (${answer.status}).`, retryAfterMs };
  }
  await storage.apply(changeOfPage(position, page, received.wallMs));
  return { kind: "level", page, sample: clockSample(sent, received, page.server_time_ms) };
}

async function request({ environment, transport }: PullContext, cursor: string | undefined) {
  const abort = new AbortController();
  const query = new URLSearchParams({ ...(cursor === undefined ? {} : { cursor }), limit: String(PULL_ROWS_MAX) });
  const sending = transport.send({
    method: "GET",
    path: `${PULL_PATH}?${query}`,
    headers: { accept: "application/json" },
    deadlineMs: REQUEST_DEADLINE_MS,
    signal: abort.signal,
  });
  try {
    return await withDeadline(sending, {
      timers: environment.timers,
      deadlineMs: REQUEST_DEADLINE_MS,
      onLate: () => abort.abort(),
    });
  } catch (error) {
    return error instanceof Error ? error : new Error("No answer came.");
  }
}

function isResetRequired(text: string): boolean {
  const problem = parseJson(text);
  return isFields(problem) && problem["code"] === "reset_required";
}
