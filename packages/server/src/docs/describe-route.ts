import { type Operation, operations } from "@duka/protocol/operations";
import type { FastifySchema } from "fastify";
import type { TSchema } from "typebox";
import type { AllowedRoles } from "../http/roles.ts";
import { errorCodesOf } from "./error-codes-of.ts";
import { exampleOf } from "./example-of.ts";

/** A route as Fastify knows it. */
export type RegisteredRoute = {
  readonly method: string;
  readonly url: string;
  readonly roles: AllowedRoles;
  readonly hasEntityTag: boolean;
};

const ANSWER_WORDS: Readonly<Record<number, string>> = {
  200: "Done",
  201: "Created",
  204: "Done; there is no body",
  207: "Some failed; see each result",
  503: "Not now",
};

const UNCHANGED = { type: "null", description: "`If-None-Match` names the `ETag` that the answer would have" };

/** What the OpenAPI document says about the route; undefined when it is no call of the API. */
export function describeRoute({ method, url, roles, hasEntityTag }: RegisteredRoute): FastifySchema | undefined {
  const operation = findOperation(`${method} ${url}`);
  if (operation === undefined) return undefined;
  const { id, tag, summary, description, params, query, form } = operation;
  const body = operation.body ?? operation.describedBody ?? form;
  const described = {
    operationId: id,
    tags: [tag],
    summary,
    ...(description !== undefined && { description }),
    ...(params && { params }),
    ...(query && { querystring: query }),
    ...(body && { body: withExample(body) }),
    ...(form && { consumes: ["multipart/form-data"] }),
    response: {
      ...Object.fromEntries(
        Object.entries(operation.answers).map(([status, schema]) => [status, describeAnswer(Number(status), schema)]),
      ),
      ...(hasEntityTag && { 304: UNCHANGED }),
    },
    security: securityOf(roles),
    "x-roles": [roles].flat(),
    "x-error-codes": errorCodesOf({ method, roles, operation }),
  };
  return described;
}

function findOperation(key: string): Operation | undefined {
  const table: Readonly<Record<string, Operation>> = operations;
  return table[key];
}

function describeAnswer(status: number, schema: TSchema): object {
  return { ...withExample(schema), "x-response-description": ANSWER_WORDS[status] ?? "Answer" };
}

function withExample(schema: TSchema): object {
  return "type" in schema && schema.type === "null" ? schema : { ...schema, examples: [exampleOf(schema)] };
}

/** A till's routes take its own credential; all others the member's. An empty list: nobody is asked. */
function securityOf(roles: AllowedRoles): readonly Record<string, readonly string[]>[] {
  if (roles === "public") return [];
  return [{ token: [] }, roles.includes("device") ? { deviceCookie: [] } : { sessionCookie: [] }];
}
