import {
  formatInstant,
  formatMoney,
  formatQuantity,
  type SaleContent,
  type SaleLineContent,
  YEAR_MAX,
  YEAR_MIN,
} from "@duka/domain";
import type { ProductSnapshot, SaleDraft, SaleDraftLine, SaleTender } from "./sale-draft.ts";

/** The version of the sale body that this code writes. Servers read it and the two before it. */
export const SALE_BODY_VERSION = 1;

export interface SaleCircumstances {
  readonly occurredAtMs: number;
  readonly receiptNumber: string;
  readonly deviceName: string;
}

/** The sale as it goes over the wire. The server resolves products and computes every sum itself. */
export function saleBody(draft: SaleDraft, circumstances: SaleCircumstances): SaleContent {
  const exponent = draft.currencyExponent;
  const { occurredAtMs, receiptNumber, deviceName } = circumstances;
  return {
    items: draft.lines.map((line) => lineBody(line, exponent)),
    ...(isWritable(occurredAtMs) ? { client_timestamp: formatInstant(occurredAtMs) } : {}),
    source_device: deviceName,
    receipt_number: receiptNumber,
    ...(draft.tenders === undefined ? {} : { tenders: draft.tenders.map((tender) => tenderBody(tender, exponent)) }),
    ...(draft.note === undefined ? {} : { note: draft.note }),
    ...(draft.cashier === undefined ? {} : { cashier: draft.cashier }),
  };
}

function lineBody(line: SaleDraftLine, exponent: number): SaleLineContent {
  return {
    ...(line.productId === undefined ? {} : { product: line.productId }),
    product_data: productBody(line.product, exponent),
    quantity: formatQuantity(line.quantityThousandths),
    unit_price: formatMoney(line.unitPriceMinor, exponent),
  };
}

function productBody(product: ProductSnapshot, exponent: number): NonNullable<SaleLineContent["product_data"]> {
  const { uid, sku, barcode, name, unitPriceMinor, unit, isVolatile } = product;
  return {
    ...(uid === undefined ? {} : { uid }),
    ...(sku === undefined ? {} : { sku }),
    ...(barcode === undefined ? {} : { barcode }),
    name,
    ...(unitPriceMinor === undefined ? {} : { unit_price: formatMoney(unitPriceMinor, exponent) }),
    ...(unit === undefined ? {} : { unit }),
    ...(isVolatile === undefined ? {} : { is_volatile: isVolatile }),
  };
}

function tenderBody(tender: SaleTender, exponent: number): { method: string; amount: string; reference?: string } {
  const { method, amountMinor, reference } = tender;
  return { method, amount: formatMoney(amountMinor, exponent), ...(reference === undefined ? {} : { reference }) };
}

/** A clock that is wrong by centuries must not stop a sale; the server then goes by when it received it. */
function isWritable(instantMs: number): boolean {
  const year = new Date(instantMs).getUTCFullYear();
  return year > YEAR_MIN && year < YEAR_MAX;
}
