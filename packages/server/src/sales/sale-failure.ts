import type { ValidationIssue } from "@duka/domain";
import { AppError } from "../http/app-error.ts";
import type { SaleOutcome } from "./record-sales.ts";

type Failure = Exclude<SaleOutcome, { status: "created" | "duplicate" }>;

/** The sale is malformed: every problem, the first also as the sentence. */
export function malformedSale(issues: readonly ValidationIssue[]): AppError {
  return new AppError("validation_failed", issues[0]?.detail ?? "The sale is not valid.", { errors: issues });
}

/** Why a well-formed sale was not recorded, as the one table of errors has it. */
export function saleFailure(outcome: Failure): AppError {
  switch (outcome.status) {
    case "mismatch":
      return reusedExternalId(outcome.saleId, outcome.differences);
    case "refused":
      return refusedSale(outcome);
    case "failed":
      return new AppError("internal_error", "The server broke on this sale and kept nothing of it. It is reported.", {
        cause: outcome.error,
      });
    default:
      return outcome satisfies never;
  }
}

function reusedExternalId(saleId: number, differences: readonly string[]): AppError {
  const where = differences.join(", ");
  const detail = `This external_id is sale ${saleId}, recorded with other content; they differ in: ${where}. Both versions are kept.`;
  const errors = differences.map((path) => ({ path, code: "differs", detail: `${path} is not as first recorded.` }));
  return new AppError("external_id_reused", detail, { errors });
}

function refusedSale({ code, detail, path }: Extract<Failure, { status: "refused" }>): AppError {
  if (code === "product_not_found") return new AppError(code, detail, { errors: [{ path, code, detail }] });
  return malformedSale([{ path, code: "too_large", detail }]);
}
