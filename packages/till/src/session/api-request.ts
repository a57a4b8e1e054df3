import { failure, type Result, success } from "@duka/domain";

export type FieldProblem = { readonly path: string; readonly code: string; readonly detail: string };

/** `unreachable`: no answer, or one that is not the server's (a captive portal). `refused`: the server said no. */
export type ApiProblem =
  | { readonly kind: "unreachable" }
  | {
      readonly kind: "refused";
      readonly status: number;
      readonly code: string;
      readonly detail: string;
      readonly errors: readonly FieldProblem[];
    };

export type ApiRequest = {
  readonly method: "GET" | "POST" | "DELETE";
  readonly path: string;
  readonly body?: Readonly<Record<string, unknown>>;
};

const DEADLINE_MS = 20_000;

/** One call to our own server with the session cookie; the answer is parsed JSON, not yet looked at. */
export async function requestApi({ method, path, body }: ApiRequest): Promise<Result<unknown, ApiProblem>> {
  try {
    const response = await fetch(path, {
      method,
      credentials: "same-origin",
      headers: { accept: "application/json", ...(body && { "content-type": "application/json" }) },
      ...(body && { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(DEADLINE_MS),
    });
    const text = await response.text();
    if (response.ok && text === "") return success(undefined);
    if (!isJson(response)) return failure({ kind: "unreachable" });
    const answer: unknown = JSON.parse(text);
    return response.ok ? success(answer) : failure(problemOf(response.status, answer));
  } catch {
    return failure({ kind: "unreachable" });
  }
}

function isJson(response: Response): boolean {
  return /^application\/(problem\+)?json\b/.test(response.headers.get("content-type") ?? "");
}

function problemOf(status: number, answer: unknown): ApiProblem {
  const problem = isRecord(answer) ? answer : {};
  const errors = Array.isArray(problem["errors"]) ? problem["errors"].filter(isFieldProblem) : [];
  return {
    kind: "refused",
    status,
    code: textOf(problem["code"]),
    detail: textOf(problem["detail"]) || `HTTP ${status}`,
    errors,
  };
}

function isFieldProblem(value: unknown): value is FieldProblem {
  return isRecord(value) && typeof value["path"] === "string" && typeof value["detail"] === "string";
}

/** An object of unknown fields, as JSON gives it. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value : "";
}
