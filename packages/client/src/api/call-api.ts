import type { ApiCalls, Problem } from "@duka/protocol";
import { DukaError } from "../duka-error.ts";
import type { Transport, TransportAnswer, TransportRequest } from "../environment/transport.ts";
import { isFields, isInteger, isText, parseJson } from "../fields.ts";
import type { ApiArguments, ApiCallKey } from "./api-input.ts";

const DEADLINE_MS = 30_000;
const NEXT_PAGE = /<([^>]+)>;\s*rel="next"/;

/** What came back: the call's answer, or the server's reasons against it. `nextPage` is the path of a list's next page. */
export type ApiResult<Answer> =
  | { readonly ok: true; readonly status: number; readonly answer: Answer; readonly nextPage?: string }
  | { readonly ok: false; readonly problem: Problem };

/**
 * One call of the API, typed by the table that the server validates with: `callApi(transport, "GET /api/products/:id/", {params: {id:
 * "12"}})`. Credentials are the transport's. Rejects with a `DukaError` (`unreachable`) when no answer of Duka's came:
 * whether the call was carried out is then unknown.
 */
export async function callApi<Key extends ApiCallKey>(
  transport: Transport,
  key: Key,
  ...[input]: ApiArguments<Key>
): Promise<ApiResult<ApiCalls[Key]["answer"]>> {
  const answer = await send(transport, requestOf(key, input ?? {}));
  const body = answer.text === "" ? null : parseJson(answer.text);
  if (answer.status >= 200 && answer.status < 300 && body !== undefined) {
    const [, nextPage] = NEXT_PAGE.exec(answer.headers("link") ?? "") ?? [];
    // The server answers as its OpenAPI document says, which is made of the same table; its tests hold it to that.
    const typed = body as ApiCalls[Key]["answer"];
    return { ok: true, status: answer.status, answer: typed, ...(nextPage !== undefined && { nextPage }) };
  }
  if (isProblem(body)) return { ok: false, problem: body };
  throw new DukaError("unreachable", `Something that is not Duka answered ${answer.status}.`);
}

type Parts = {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: unknown;
};

function requestOf(key: ApiCallKey, { params = {}, query = {}, body }: Parts): TransportRequest {
  const [method = "", pattern = ""] = key.split(" ");
  const path = pattern.replaceAll(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ""));
  const search = new URLSearchParams(query).toString();
  return {
    method: method as TransportRequest["method"], // Every key starts with one.
    path: search === "" ? path : `${path}?${search}`,
    headers: { accept: "application/json", ...(body !== undefined && { "content-type": "application/json" }) },
    ...(body !== undefined && { body: JSON.stringify(body) }),
    deadlineMs: DEADLINE_MS,
  };
}

async function send(transport: Transport, request: TransportRequest): Promise<TransportAnswer> {
  try {
    return await transport.send(request);
  } catch (cause) {
    throw new DukaError("unreachable", "The server cannot be reached.", { cause });
  }
}

function isProblem(body: unknown): body is Problem {
  return isFields(body) && isText(body["code"]) && isText(body["detail"]) && isInteger(body["status"]);
}
