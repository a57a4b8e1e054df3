import { assert, parseUuid } from "@duka/domain";
import type { ClockReading } from "@duka/protocol";
import type { CatalogueStorage } from "../catalogue/catalogue-storage.ts";
import { DukaError } from "../duka-error.ts";
import type { Enqueued, Outbox } from "../outbox/outbox.ts";
import { checkSale } from "./check-sale.ts";
import { newSaleRecord } from "./new-record.ts";
import type { OutboxRecord } from "../outbox/outbox-record.ts";
import { saleBody } from "./sale-body.ts";
import { contentOf } from "./sale-of.ts";
import type { SaleDraft } from "./sale-draft.ts";

export interface Recorder {
  readonly outbox: Outbox;
  readonly cache: Pick<CatalogueStorage, "clear">;
  readonly deviceName: string;
  readonly newId: () => string;
  readonly readClock: () => ClockReading;
}

/** A receipt number of the longest kind, for checking a draft before it has one. */
const LONGEST_RECEIPT = "X".repeat(24);

/** Why the draft cannot be a sale, as sentences; empty when it can. */
export function saleProblems(draft: SaleDraft, { deviceName, readClock }: Recorder): readonly string[] {
  const occurredAtMs = readClock().device_time_ms;
  const checked = checkSale(draft, { occurredAtMs, deviceName, receiptNumber: LONGEST_RECEIPT });
  return checked.ok ? [] : checked.error;
}

/** Saves the sale; resolves when it is safe on the device, else rejects with a `DukaError`. */
export async function recordSale(draft: SaleDraft, recorder: Recorder): Promise<Enqueued> {
  const problems = saleProblems(draft, recorder);
  if (problems.length > 0) throw new DukaError("sale_refused", problems.join(" "));
  // One id for both tries: if the first was saved after all, the second cannot be saved beside it.
  const id = draft.id === undefined ? recorder.newId() : parseUuid(draft.id);
  if (id === undefined) throw new DukaError("sale_refused", "The id of the sale is not a UUID.");
  const enqueued = await withRoom(recorder, () => enqueueSale(draft, id, recorder));
  // The same id stands for the same sale for ever; the server would call another one a mismatch.
  if (!isSaleOf(enqueued.record, draft)) throw new DukaError("sale_refused", "Another sale was saved under this id.");
  return enqueued;
}

/** Rejects with a `DukaError` when the device cannot store a sale now. */
export async function checkStorage(recorder: Recorder): Promise<void> {
  await withRoom(recorder, () => recorder.outbox.probe());
}

function enqueueSale(draft: SaleDraft, id: string, recorder: Recorder): Promise<Enqueued> {
  const clock = recorder.readClock();
  return recorder.outbox.enqueue(id, (allocation) => {
    const sale = checkSale(draft, {
      occurredAtMs: clock.device_time_ms,
      deviceName: recorder.deviceName,
      receiptNumber: allocation.receiptNumber,
    });
    assert(sale.ok, "the draft was checked with a longer receipt number");
    return newSaleRecord({ id, allocation, clock, sale: sale.value, currencyExponent: draft.currencyExponent });
  });
}

/** Whether the draft, under the record's circumstances, has the very bytes that were frozen. */
function isSaleOf(record: OutboxRecord, draft: SaleDraft): boolean {
  const { receipt_number: receiptNumber = "", source_device: deviceName = "" } = contentOf(record);
  const circumstances = { occurredAtMs: record.occurredAtMs, receiptNumber, deviceName };
  return JSON.stringify(saleBody(draft, circumstances)) === record.body;
}

/** When the device is full the catalogue cache goes first; only then is a sale refused. */
async function withRoom<T>({ cache }: Recorder, store: () => Promise<T>): Promise<T> {
  try {
    return await store();
  } catch (error) {
    if (!isFull(error)) throw storageError(error);
    await cache.clear().catch(() => undefined);
    return store().catch((again: unknown) => {
      throw storageError(again);
    });
  }
}

function storageError(cause: unknown): DukaError {
  if (isFull(cause))
    return new DukaError("storage_full", "This device is full: free some space, then try again.", { cause });
  const message = "This device could not save the sale. Look at the last sales before selling it again.";
  return new DukaError("storage_failed", message, { cause });
}

const SQLITE_FULL = 13;

function isFull(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return error.name === "QuotaExceededError" || ("errcode" in error && error.errcode === SQLITE_FULL);
}
