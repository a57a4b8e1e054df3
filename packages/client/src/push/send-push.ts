import type { Environment } from "../environment/environment.ts";
import type { Transport, TransportRequest } from "../environment/transport.ts";
import { withDeadline } from "../with-deadline.ts";
import { classifyAnswer, type PushOutcome } from "./classify-answer.ts";
import { type ClockSample, clockSample, type Instant } from "./clock-offset.ts";
import type { AskedPush } from "./read-push-answer.ts";

const PUSH_PATH = "/api/sync/push/";
export const REQUEST_DEADLINE_MS = 30_000;
const COMPRESS_ABOVE_LENGTH = 1_024;

export interface PushExchange {
  readonly outcome: PushOutcome;
  readonly roundTripMs: number;
  readonly sample: ClockSample | undefined;
}

/** Sends one push and says what its answer means. Never rejects: no answer is an answer too. */
export async function sendPush(
  { environment, transport }: { environment: Environment; transport: Transport },
  text: string,
  asked: AskedPush,
): Promise<PushExchange> {
  const sent = readInstant(environment);
  const outcome = await exchange({ environment, transport }, text, asked);
  const received = readInstant(environment);
  const sample = outcome.kind === "answered" ? clockSample(sent, received, outcome.response.server_time_ms) : undefined;
  return { outcome, roundTripMs: received.monotonicMs - sent.monotonicMs, sample };
}

/** Both clocks at once. */
export function readInstant({ clock }: Pick<Environment, "clock">): Instant {
  return { wallMs: clock.nowMs(), monotonicMs: clock.monotonicMs() };
}

async function exchange(
  { environment, transport }: { environment: Environment; transport: Transport },
  text: string,
  asked: AskedPush,
): Promise<PushOutcome> {
  const abort = new AbortController();
  try {
    const request = { ...(await encode(environment, text)), signal: abort.signal };
    const answer = await withDeadline(transport.send(request), {
      timers: environment.timers,
      deadlineMs: REQUEST_DEADLINE_MS,
      onLate: () => abort.abort(),
    });
    return classifyAnswer(answer, asked, environment.clock.nowMs());
  } catch (error) {
    return { kind: "unknown", detail: error instanceof Error ? error.message : "No answer came." };
  }
}

async function encode({ compress }: Environment, text: string): Promise<TransportRequest> {
  const headers = { "content-type": "application/json", accept: "application/json" };
  const plain = { method: "POST", path: PUSH_PATH, headers, body: text, deadlineMs: REQUEST_DEADLINE_MS } as const;
  if (compress === undefined || text.length <= COMPRESS_ABOVE_LENGTH) return plain;
  return { ...plain, headers: { ...headers, "content-encoding": "gzip" }, body: await compress(text) };
}
