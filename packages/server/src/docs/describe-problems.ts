import { STATUS_CODES } from "node:http";
import { ERROR_CODES, type ErrorCode, type Problem } from "@duka/protocol";
import { AppError } from "../http/app-error.ts";
import { problemOf } from "../http/problem.ts";

const REQUEST_ID = "0197c0de-0000-7000-8000-00000000000d";
const ALL_CODES = Object.keys(ERROR_CODES) as ErrorCode[]; // Its keys are what ErrorCode is made of.

const HEADERS: Readonly<Record<number, object>> = {
  401: { "WWW-Authenticate": { schema: { type: "string" }, description: "how to sign in" } },
  429: { "Retry-After": { schema: { type: "string" }, description: "seconds to wait at least" } },
};

/** The error answers of an operation by status, with an example for each code. */
export function describeProblems(codes: readonly ErrorCode[]): Readonly<Record<string, object>> {
  const byStatus = Map.groupBy(codes, (code) => ERROR_CODES[code].status);
  return Object.fromEntries([...byStatus].map(([status, group]) => [String(status), describeStatus(status, group)]));
}

function describeStatus(status: number, codes: readonly ErrorCode[]): object {
  const headers = HEADERS[status];
  return {
    description: `${STATUS_CODES[status] ?? "Error"}: ${codes.map((code) => `\`${code}\``).join(", ")}`,
    ...(headers && { headers }),
    content: {
      "application/problem+json": {
        schema: { $ref: "#/components/schemas/Problem" },
        examples: Object.fromEntries(codes.map((code) => [code, { $ref: `#/components/examples/${code}` }])),
      },
    },
  };
}

/** What the answer to each error looks like, by code. */
export function exampleProblems(): Readonly<Record<string, { readonly summary: string; readonly value: Problem }>> {
  return Object.fromEntries(
    ALL_CODES.map((code) => {
      const { meaning } = ERROR_CODES[code];
      return [code, { summary: meaning, value: problemOf(new AppError(code, meaning), REQUEST_ID) }];
    }),
  );
}
