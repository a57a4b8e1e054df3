import type { SaleTold } from "./till/till-messages.ts";

/** What the cashiers were told: the oracle. A sale counts from the moment the till has said "saved". */
export class ToldSales {
  readonly #byExternalId = new Map<string, SaleTold>();
  readonly #byInvoice = new Map<string, string>();
  readonly #rungTwice: string[] = [];
  readonly #losses: string[] = [];

  get count(): number {
    return this.#byExternalId.size;
  }

  /** Invoices for which a till showed two different sales. */
  get rungTwice(): readonly string[] {
    return this.#rungTwice;
  }

  /** What the server lacked of what a till holds as acknowledged. */
  get losses(): readonly string[] {
    return this.#losses;
  }

  noteLoss(till: string, missing: string): void {
    this.#losses.push(`${till} ${missing}`);
  }

  /** A till may show one sale again, after a crash between saving and showing. */
  tell(sale: SaleTold): void {
    const known = this.#byInvoice.get(sale.invoiceNumber);
    if (known !== undefined && known !== sale.externalId) this.#rungTwice.push(sale.invoiceNumber);
    this.#byInvoice.set(sale.invoiceNumber, sale.externalId);
    this.#byExternalId.set(sale.externalId, sale);
  }

  has(invoiceNumber: string): boolean {
    return this.#byInvoice.has(invoiceNumber);
  }

  externalIdOf(invoiceNumber: string): string | undefined {
    return this.#byInvoice.get(invoiceNumber);
  }
}
