import type { RetailLine } from "./retail-line.ts";

/** A stock code as one product; codes that differ only in case are one. */
export type RetailProduct = {
  /** The code folded: what tells products apart. */
  readonly key: string;
  /** The code as first typed. */
  readonly sku: string;
  /** The first description that is not empty, else the code. */
  readonly name: string;
  readonly unitPriceMinor: number;
};

export type RetailSaleLine = {
  readonly productKey: string;
  readonly quantity: number;
  readonly unitPriceMinor: number;
};

/** The positive lines of one invoice: goods that left the shop. */
export type RetailInvoice = {
  readonly number: string;
  readonly soldAtMs: number;
  readonly lines: readonly RetailSaleLine[];
};

export type RetailShop = { readonly products: readonly RetailProduct[]; readonly invoices: readonly RetailInvoice[] };

/** Turns the export into the shop it came from: its products, and its invoices in the order they were written. */
export function retailShop(lines: readonly RetailLine[]): RetailShop {
  return { products: retailProducts(lines), invoices: retailInvoices(lines) };
}

function retailProducts(lines: readonly RetailLine[]): RetailProduct[] {
  const byKey = new Map<string, RetailProduct>();
  for (const line of lines) {
    const key = foldStockCode(line.stockCode);
    const known = byKey.get(key);
    if (known === undefined) {
      byKey.set(key, { key, sku: line.stockCode, name: line.description, unitPriceMinor: line.unitPriceMinor });
    } else if (known.name === "" && line.description !== "") {
      byKey.set(key, { ...known, name: line.description });
    }
  }
  return [...byKey.values()].map((product) => ({ ...product, name: product.name || product.sku }));
}

function retailInvoices(lines: readonly RetailLine[]): RetailInvoice[] {
  // The time of an invoice is that of its first line of either sign; a few were written across a minute.
  const invoices = new Map<string, { soldAtMs: number; lines: RetailSaleLine[] }>();
  for (const line of lines) {
    const invoice = invoices.get(line.invoiceNumber) ?? { soldAtMs: line.soldAtMs, lines: [] };
    invoices.set(line.invoiceNumber, invoice);
    if (line.quantity <= 0) continue;
    invoice.lines.push({
      productKey: foldStockCode(line.stockCode),
      quantity: line.quantity,
      unitPriceMinor: line.unitPriceMinor,
    });
  }
  return [...invoices]
    .filter(([, invoice]) => invoice.lines.length > 0)
    .map(([number, invoice]) => ({ number, ...invoice }));
}

function foldStockCode(code: string): string {
  return code.toLowerCase();
}
