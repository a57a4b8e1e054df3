import { ERROR_CODES, type ErrorCode, type ProblemIssue } from "@duka/protocol";

export type AppErrorExtras = {
  readonly errors?: readonly ProblemIssue[];
  readonly headers?: Readonly<Record<string, string>>;
  /** Further members of the problem document, such as the differences of a re-used external_id. */
  readonly members?: Readonly<Record<string, unknown>>;
  readonly cause?: unknown;
};

/** A failure with a code of the one table; the detail is a sentence for the person at the other end. */
export class AppError extends Error {
  override readonly name = "AppError";
  readonly code: ErrorCode;
  readonly extras: AppErrorExtras;

  constructor(code: ErrorCode, detail: string, extras: AppErrorExtras = {}) {
    super(detail, { cause: extras.cause });
    this.code = code;
    this.extras = extras;
  }

  get status(): number {
    return ERROR_CODES[this.code].status;
  }
}

/** One field is wrong. */
export function invalidField(path: string, code: string, detail: string): AppError {
  return new AppError("validation_failed", detail, { errors: [{ path, code, detail }] });
}
