import type { Transport, TransportAnswer, TransportRequest } from "./transport.ts";

/** Larger answers are not read to the end: a page of the catalogue is far below this. */
const ANSWER_BYTES_MAX = 32 * 1024 * 1024;

export interface FetchTransportOptions {
  /** Origin of the server; "" for the page's own. */
  readonly baseUrl: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** For tests. */
  readonly fetch?: typeof fetch;
}

/** Requests by `fetch`. Redirects are failures: a till asks its own server, and portals redirect. */
export function createFetchTransport({ baseUrl, headers = {}, fetch: ask = fetch }: FetchTransportOptions): Transport {
  return {
    async send(request) {
      const response = await ask(new URL(request.path, baseUrl === "" ? globalThis.location.origin : baseUrl), {
        method: request.method,
        headers: { ...request.headers, ...headers },
        ...(request.body === undefined ? {} : { body: request.body }),
        signal: signalOf(request),
        credentials: "same-origin",
        redirect: "error",
        cache: "no-store",
      });
      return answerOf(response);
    },
  };
}

function signalOf({ signal, deadlineMs }: TransportRequest): AbortSignal {
  // The caller's own deadline aborts through its signal; without one the platform's timer does.
  return signal ?? AbortSignal.timeout(deadlineMs);
}

async function answerOf(response: Response): Promise<TransportAnswer> {
  const announced = Number(response.headers.get("content-length") ?? 0);
  if (announced > ANSWER_BYTES_MAX) throw new Error("The answer is too large.");
  return {
    status: response.status,
    headers: (name) => response.headers.get(name) ?? undefined,
    text: await response.text(),
  };
}
