import { STATUS_CODES } from "node:http";
import { ERROR_CODES, type Problem } from "@duka/protocol";
import { databaseFailureOf } from "../database/database-failure.ts";
import { AppError } from "./app-error.ts";
import { validationError } from "./validation-error.ts";

export const PROBLEM_TYPE = "application/problem+json; charset=utf-8";
const RETRY_AFTER_SECONDS = 1;

/** The answer to an error: nothing of the inside of the server shows in it. */
export function problemOf(error: AppError, requestId: string): Problem {
  const { status } = ERROR_CODES[error.code];
  return {
    ...error.extras.members,
    type: `urn:duka:error:${error.code}`,
    title: STATUS_CODES[status] ?? "Error",
    status,
    detail: error.message,
    message: error.message,
    code: error.code,
    request_id: requestId,
    ...(error.extras.errors === undefined ? {} : { errors: error.extras.errors }),
  };
}

/** Sorts anything thrown into a code of the table. What is none of ours becomes `internal_error`, told without detail. */
export function appErrorOf(error: unknown): AppError {
  if (error instanceof AppError) return error;
  return validationError(error) ?? databaseError(error) ?? frameworkError(error) ?? internalError(error);
}

function databaseError(error: unknown): AppError | undefined {
  const failure = databaseFailureOf(error);
  if (failure === "other" || failure === "unique") return undefined;
  return new AppError("unavailable", "The database cannot be reached or written right now. Try again soon.", {
    headers: { "retry-after": String(RETRY_AFTER_SECONDS) },
    cause: error,
  });
}

const FRAMEWORK_CODES: Readonly<
  Record<string, readonly [code: "unsupported_media_type" | "body_too_large", detail: string]>
> = {
  FST_ERR_CTP_INVALID_MEDIA_TYPE: ["unsupported_media_type", "Send the body as application/json."],
  FST_ERR_CTP_BODY_TOO_LARGE: ["body_too_large", "The body is larger than this address takes."],
  FST_REQ_FILE_TOO_LARGE: ["body_too_large", "The file is larger than this address takes."],
};

/** Fastify's own refusals: everything below 500 is the fault of the request. */
function frameworkError(error: unknown): AppError | undefined {
  if (!(error instanceof Error) || !("statusCode" in error) || typeof error.statusCode !== "number") return undefined;
  const known = "code" in error && typeof error.code === "string" ? FRAMEWORK_CODES[error.code] : undefined;
  if (known !== undefined) return new AppError(...known, { cause: error });
  if (error.statusCode === 413) return new AppError("body_too_large", "The body is larger than this address takes.");
  return error.statusCode >= 400 && error.statusCode < 500
    ? new AppError("malformed_request", "The request is damaged or not complete.", { cause: error })
    : undefined;
}

function internalError(error: unknown): AppError {
  return new AppError("internal_error", "Something broke on the server. It has been written down; try again.", {
    cause: error,
  });
}
