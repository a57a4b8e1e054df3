import type { FastifyDynamicSwaggerOptions } from "@fastify/swagger";
import type { ErrorCode } from "@duka/protocol";
import { OPERATION_TAGS } from "@duka/protocol/operations";
import { problem } from "@duka/protocol/schemas";
import { DEVICE_COOKIE, SESSION_COOKIE } from "../http/find-credential.ts";
import { CODES_OF_NO_OPERATION } from "./error-codes-of.ts";
import { describeProblems, exampleProblems } from "./describe-problems.ts";
import { nameSchemas } from "./name-schemas.ts";

const DESCRIPTION = `The API of Duka, an offline-first point of sale. Paths are served with and without the trailing slash; bodies are JSON in
snake_case, and may be gzip-compressed.

Errors are \`application/problem+json\` (RFC 9457) with a stable \`code\`. Besides those listed with each operation, any address may answer
${CODES_OF_NO_OPERATION.map((code) => `\`${code}\``).join(", ")}.

Lists take \`limit\` and \`cursor\`; the next page is in the header \`Link: <…>; rel="next"\`. Money and line quantities are decimals as text, stock figures
are numbers; both are read exactly. \`x-roles\` says who may call an operation, \`x-error-codes\` every code it may answer with.`;

/** What the document says before any route. */
export const documentFrame: NonNullable<FastifyDynamicSwaggerOptions["openapi"]> = {
  openapi: "3.1.0",
  info: {
    title: "Duka",
    version: "1",
    description: DESCRIPTION,
    license: { name: "Apache-2.0", identifier: "Apache-2.0" },
  },
  servers: [{ url: "/", description: "this server" }],
  tags: Object.entries(OPERATION_TAGS).map(([name, description]) => ({ name, description })),
  components: {
    schemas: { Problem: problem },
    examples: exampleProblems(),
    securitySchemes: {
      token: {
        type: "http",
        scheme: "bearer",
        description: "`Authorization: Bearer <token>`, or `Authorization: Token <token>`",
      },
      sessionCookie: { type: "apiKey", in: "cookie", name: SESSION_COOKIE, description: "The till's session." },
      deviceCookie: { type: "apiKey", in: "cookie", name: DEVICE_COOKIE, description: "An enrolled till." },
    },
  },
};

type Described = { readonly responses?: object; readonly "x-error-codes"?: readonly ErrorCode[] };
type Paths = Readonly<Record<string, Readonly<Record<string, Described>>>>;

/** Adds to what the routes say for themselves: their error answers, and names for what occurs again and again. */
export function completeDocument(document: object): object {
  const { paths = {} } = document as { readonly paths?: Paths }; // @fastify/swagger made it, from describeRoute.
  return nameSchemas({ ...document, paths: mapValues(paths, (methods) => mapValues(methods, addProblems)) });
}

function addProblems(described: Described): object {
  const problems = describeProblems(described["x-error-codes"] ?? []);
  // A route's own answer of the same status (that of /ready/) says more.
  return { ...described, responses: { ...problems, ...described.responses } };
}

function mapValues<Value, Other>(record: Readonly<Record<string, Value>>, change: (value: Value) => Other) {
  return Object.fromEntries(Object.entries(record).map(([name, value]) => [name, change(value)]));
}
