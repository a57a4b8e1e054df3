import type { ProblemIssue } from "@duka/protocol";
import type { FastifySchemaValidationError } from "fastify";
import { AppError } from "./app-error.ts";

const ISSUES_MAX = 50;
const CODES: Readonly<Record<string, string>> = {
  required: "required",
  additionalProperties: "unknown_field",
  maxLength: "too_long",
  minLength: "required",
  maxItems: "too_many",
  minItems: "required",
  minimum: "too_small",
  exclusiveMinimum: "too_small",
  maximum: "too_large",
  exclusiveMaximum: "too_large",
};

/** What Ajv found, as `validation_failed`; undefined for other errors. */
export function validationError(error: unknown): AppError | undefined {
  if (!isSchemaError(error)) return undefined;
  const place = error.validationContext === "body" ? "" : `${error.validationContext}.`;
  const errors = error.validation.slice(0, ISSUES_MAX).map((issue) => toIssue(issue, place));
  return new AppError("validation_failed", errors[0]?.detail ?? "The request is not valid.", { errors });
}

type SchemaError = Error & {
  readonly validation: readonly FastifySchemaValidationError[];
  readonly validationContext: string;
};

function isSchemaError(error: unknown): error is SchemaError {
  return error instanceof Error && "validation" in error && Array.isArray(error.validation);
}

function toIssue(issue: FastifySchemaValidationError, place: string): ProblemIssue {
  const path = [...issue.instancePath.split("/").slice(1), ...namedIn(issue)].join(".");
  const what = path === "" ? "The body" : path;
  return { path: place + path, code: CODES[issue.keyword] ?? "invalid", detail: `${what} ${sentence(issue)}.` };
}

/** A missing or unknown member is not in the path that Ajv gives; it belongs there. */
function namedIn({ params }: FastifySchemaValidationError): readonly string[] {
  const name = params["missingProperty"] ?? params["additionalProperty"];
  return typeof name === "string" ? [name.slice(0, 100)] : [];
}

function sentence({ keyword, message }: FastifySchemaValidationError): string {
  if (keyword === "required") return "is required";
  if (keyword === "additionalProperties") return "is not known here";
  return keyword === "pattern" ? "does not have the right form" : (message ?? "is not valid");
}
