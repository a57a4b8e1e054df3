import { assert, isBusinessDate, type SaleToRecord } from "@duka/domain";
import type { SaleBatchAnswer, SaleBatchRequest } from "@duka/protocol/schemas";
import { type AppError, invalidField } from "../http/app-error.ts";
import { readSaleRequest, type SaleRequestScope, sentExternalId } from "./read-sale-request.ts";
import type { SaleOutcome, SalesRecorder } from "./record-sales.ts";
import { malformedSale, saleFailure } from "./sale-failure.ts";

export type BatchScope = SaleRequestScope & {
  readonly shopId: string;
  /** Told of a sale on which the server itself broke. */
  readonly reportBrokenSale: (externalId: string, error: unknown) => void;
};

type BatchResult = SaleBatchAnswer["results"][number];

/** Records a batch: exactly one result per sale, in order; a bad one never holds back or undoes another. */
export async function recordBatch(
  recorder: SalesRecorder,
  { business_date: businessDate, sales }: SaleBatchRequest,
  scope: BatchScope,
): Promise<SaleBatchAnswer> {
  const defaultBusinessDate = readBusinessDate(businessDate);
  const saleScope = defaultBusinessDate === undefined ? scope : { ...scope, defaultBusinessDate };
  const read = sales.map((body) => readSaleRequest(body, saleScope));
  const wellFormed = read.flatMap((one): SaleToRecord[] => (one.ok ? [one.value] : []));
  const outcomes = (await recorder.record({ shopId: scope.shopId, sales: wellFormed })).values();
  const results = read.map((one, index) =>
    one.ok
      ? resultOf(index, outcomes.next().value, scope)
      : failedResult(index, sentExternalId(sales[index]), malformedSale(one.error)),
  );
  return batchAnswer(defaultBusinessDate ?? null, results);
}

function readBusinessDate(text: SaleBatchRequest["business_date"]): string | undefined {
  if (text === undefined || text === null || text === "") return undefined;
  if (!isBusinessDate(text)) throw invalidField("business_date", "invalid", "business_date must look like 2026-01-31.");
  return text;
}

function resultOf(index: number, outcome: SaleOutcome | undefined, scope: BatchScope): BatchResult {
  assert(outcome !== undefined, "every sale gets exactly one outcome");
  const { externalId } = outcome;
  if (outcome.status === "created" || outcome.status === "duplicate") {
    const { status, saleId, flags } = outcome;
    return { index, external_id: externalId, status, id: saleId, flags: [...flags] };
  }
  if (outcome.status === "failed") scope.reportBrokenSale(externalId, outcome.error);
  return failedResult(index, externalId, saleFailure(outcome));
}

function failedResult(index: number, externalId: string | null, { code, message }: AppError): BatchResult {
  return { index, external_id: externalId, status: "failed", code, detail: message };
}

function batchAnswer(businessDate: string | null, results: BatchResult[]): SaleBatchAnswer {
  const countOf = (status: BatchResult["status"]) => results.filter((result) => result.status === status).length;
  const errors = results.flatMap(({ index, external_id, detail }) =>
    detail === undefined ? [] : [{ index, external_id, error: detail }],
  );
  return {
    business_date: businessDate,
    received: results.length,
    created: countOf("created"),
    duplicate: countOf("duplicate"),
    failed: countOf("failed"),
    errors,
    results,
  };
}
