import {
  failure,
  normaliseSale,
  parseUuid,
  type Result,
  type SaleToRecord,
  saleFingerprint,
  success,
  type ValidationIssue,
} from "@duka/domain";

/** What a request says about all its sales. */
export type SaleRequestScope = {
  readonly currencyExponent: number;
  readonly userId: number;
  readonly receivedAtMs: number;
  readonly defaultBusinessDate?: string;
  /** Mints the external id of a sale that has none. */
  readonly newId: () => string;
};

/** Reads one sale as any client may send it: everything that is wrong with it, or the sale to record. */
export function readSaleRequest(
  body: unknown,
  scope: SaleRequestScope,
): Result<SaleToRecord, readonly ValidationIssue[]> {
  const content = normaliseSale(body, scope.currencyExponent);
  const externalId = readExternalId(body, scope.newId);
  if (!content.ok || !externalId.ok) {
    return failure([...(externalId.ok ? [] : [externalId.error]), ...(content.ok ? [] : content.error)]);
  }
  return success({
    externalId: externalId.value,
    content: content.value,
    fingerprint: saleFingerprint(content.value),
    soldByUserId: scope.userId,
    receivedAtMs: scope.receivedAtMs,
    ...(scope.defaultBusinessDate !== undefined && { defaultBusinessDate: scope.defaultBusinessDate }),
  });
}

/** The external id as sent, where there is one to show. */
export function sentExternalId(body: unknown): string | null {
  const sent = externalIdMember(body);
  return typeof sent === "string" ? (parseUuid(sent) ?? sent.slice(0, SHOWN_ID_LENGTH_MAX)) : null;
}

const SHOWN_ID_LENGTH_MAX = 100;

function readExternalId(body: unknown, newId: () => string): Result<string, ValidationIssue> {
  const sent = externalIdMember(body);
  if (sent === undefined || sent === null || sent === "") return success(newId());
  const id = typeof sent === "string" ? parseUuid(sent) : undefined;
  if (id !== undefined) return success(id);
  return failure({ path: "external_id", code: "invalid", detail: "external_id must be a UUID." });
}

function externalIdMember(body: unknown): unknown {
  return typeof body === "object" && body !== null && "external_id" in body ? body.external_id : undefined;
}
