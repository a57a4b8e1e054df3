import type { DukaApp } from "../../http/typings.ts";

/** An operation of the OpenAPI document, with its examples filled in. */
export type DocumentedCall = {
  readonly method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  readonly path: string;
  readonly roles: readonly string[];
  readonly statuses: readonly number[];
  readonly queryNames: readonly string[];
  /** Undefined where there is no body; a form has no example here. */
  readonly body: object | undefined;
  readonly isForm: boolean;
};

type Described = {
  readonly "x-roles": readonly string[];
  readonly responses: Readonly<Record<string, unknown>>;
  readonly parameters?: readonly { readonly in: string; readonly name: string; readonly example?: string }[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly example: object }>> };
};
type ApiDocument = { readonly paths: Readonly<Record<string, Readonly<Record<string, Described>>>> };

const METHODS = ["GET", "POST", "PUT", "PATCH", "DELETE"] as const;

/** Every call that the app's own OpenAPI document describes. */
export async function readDocumentedCalls(app: DukaApp): Promise<readonly DocumentedCall[]> {
  const answer = await app.inject({ method: "GET", url: "/api/openapi.json" });
  const { paths } = answer.json<ApiDocument>();
  return Object.entries(paths).flatMap(([path, described]) =>
    METHODS.flatMap((method) => {
      const operation = described[method.toLowerCase()];
      return operation === undefined ? [] : [callOf(method, path, operation)];
    }),
  );
}

function callOf(method: DocumentedCall["method"], path: string, described: Described): DocumentedCall {
  const { parameters = [], requestBody, responses } = described;
  const example = (name: string) => parameters.find((one) => one.in === "path" && one.name === name)?.example;
  const content = requestBody?.content ?? {};
  return {
    method,
    path: path.replaceAll(/\{(\w+)\}/g, (_, name: string) => String(example(name))),
    roles: described["x-roles"],
    statuses: Object.keys(responses).map(Number),
    queryNames: parameters.filter((one) => one.in === "query").map(({ name }) => name),
    body: content["application/json"]?.example,
    isForm: content["multipart/form-data"] !== undefined,
  };
}
