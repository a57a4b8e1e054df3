import { parseMoney } from "../money/money.ts";
import { required } from "../required.ts";
import { addToDailySales } from "./add-to-daily-sales.ts";
import { moveStock } from "./move-stock.ts";
import type { SalePlan } from "./plan-sale.ts";
import type { PricedLine } from "./price-line.ts";
import { addProduct } from "./product-index.ts";
import { raiseFlags } from "./raise-flags.ts";
import type { RecordedLine, RecordedSale, RecordedTender, SaleResult } from "./recorded-sales.ts";
import { saleTiming } from "./sale-timing.ts";
import { type SaleToRecord, tillOf } from "./sale-to-record.ts";
import { sellerOf } from "./seller-of.ts";
import { suggestPrices } from "./suggest-prices.ts";
import { receiptKey, type WorkingShop } from "./working-shop.ts";

/** Carries out a plan: every effect the sale has, in one place. It cannot fail. */
export function applySale(working: WorkingShop, sale: SaleToRecord, plan: SalePlan): SaleResult {
  const recorded = describeSale(working, sale, plan);
  createProducts(working, plan, recorded.soldByUserId);
  for (const movement of plan.movements) moveStock(working, movement, recorded);
  suggestPrices(working, plan.lines, recorded.correctedAtMs);
  addToDailySales(working, recorded);
  rememberSale(working, recorded);
  const { externalId, id: saleId, flags, receivedAtMs } = recorded;
  return { status: "created", externalId, saleId, flags, receivedAtMs };
}

function describeSale(working: WorkingShop, sale: SaleToRecord, plan: SalePlan): RecordedSale {
  const timing = saleTiming(working.state.shop, sale);
  const tenders = tendersOf(sale, working.state.shop.currencyExponent);
  const { content, externalId, fingerprint } = sale;
  return {
    id: takeSaleId(working, sale),
    externalId,
    fingerprint,
    content,
    soldByUserId: sellerOf(working.state, sale).userId,
    device: sale.device ?? null,
    clock: sale.clock ?? null,
    sourceDevice: content.source_device ?? "",
    totalMinor: plan.totalMinor,
    clientTimestampMs: timing.clientTimestampMs,
    correctedAtMs: timing.correctedAtMs,
    receivedAtMs: sale.receivedAtMs,
    syncedAtMs: working.state.nowMs,
    businessDate: timing.businessDate,
    flags: raiseFlags(working, { sale, plan, timing, tenders }),
    lines: plan.lines.map(recordedLine),
    tenders,
  };
}

function recordedLine(line: PricedLine): RecordedLine {
  const { product, productName, quantityThousandths, unitPriceMinor, subtotalMinor } = line;
  return { productId: product.id, productName, quantityThousandths, unitPriceMinor, subtotalMinor };
}

/** The next id, or the one it had before a restore where that is proven and still free. */
function takeSaleId(working: WorkingShop, { formerSaleId }: SaleToRecord): number {
  const { takenSaleIds, next } = working;
  const isFormerFree = formerSaleId !== undefined && !takenSaleIds.has(formerSaleId);
  const id = isFormerFree ? formerSaleId : next.saleId;
  takenSaleIds.add(id);
  next.saleId = Math.max(next.saleId, id + 1);
  return id;
}

function createProducts(working: WorkingShop, { newProducts }: SalePlan, soldByUserId: number): void {
  for (const product of newProducts) {
    addProduct(working.products, product);
    working.creatorOfProduct.set(product.id, soldByUserId);
    working.next.productId = product.id + 1;
  }
}

function tendersOf({ content }: SaleToRecord, currencyExponent: number): readonly RecordedTender[] {
  return (content.tenders ?? []).map(({ method, amount, reference }) => ({
    method,
    amountMinor: required(parseMoney(amount, currencyExponent)),
    reference: reference ?? null,
  }));
}

/** So that the rest of the batch meets it as a known sale. */
function rememberSale(working: WorkingShop, recorded: RecordedSale): void {
  working.sales.push(recorded);
  const { externalId, fingerprint, content, flags, receivedAtMs } = recorded;
  const known = {
    externalId,
    saleId: recorded.id,
    fingerprint,
    content,
    flags,
    receivedAtMs,
    conflictFingerprints: [],
  };
  working.knownSales.set(externalId, known);
  if (content.receipt_number === undefined) return;
  const till = tillOf({ deviceId: recorded.device?.id ?? null, sourceDevice: recorded.sourceDevice });
  working.usedReceiptNumbers.add(receiptKey(till, content.receipt_number));
}
