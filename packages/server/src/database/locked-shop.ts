import { assert, currencyExponent } from "@duka/domain";
import type { ShopsTable } from "./schema.ts";

/** The next free number of each kind in a shop. */
export type ShopCounters = {
  readonly nextProductId: number;
  readonly nextSaleId: number;
  readonly nextMovementId: number;
  readonly nextAlertId: number;
};

/** A shop whose row this transaction has locked: its settings, and the allocator of its ids and of its version. */
export class LockedShop {
  readonly id: string;
  readonly name: string;
  readonly currency: string;
  readonly currencyExponent: number;
  readonly timeZone: string;
  readonly dayCutMinutes: number;
  /** As it was when the row was locked. */
  readonly version: number;
  #counters: ShopCounters;
  #hasNewVersion = false;
  #hasNewCounters = false;

  constructor(row: ShopsTable) {
    const exponent = currencyExponent(row.currency);
    assert(exponent !== undefined, `Shop ${row.id} has the unknown currency ${row.currency}.`);
    this.id = row.id;
    this.name = row.name;
    this.currency = row.currency;
    this.currencyExponent = exponent;
    this.timeZone = row.time_zone;
    this.dayCutMinutes = row.day_cut_minutes;
    this.version = row.version;
    this.#counters = {
      nextProductId: row.next_product_id,
      nextSaleId: row.next_sale_id,
      nextMovementId: row.next_movement_id,
      nextAlertId: row.next_alert_id,
    };
  }

  get counters(): ShopCounters {
    return this.#counters;
  }

  /** Takes one id; saved with the shop's row at the end of the transaction. */
  takeId(kind: keyof ShopCounters): number {
    const id = this.#counters[kind];
    this.advanceCounters({ ...this.#counters, [kind]: id + 1 });
    return id;
  }

  /** Accepts the counters after a decision made elsewhere (recordSales). They never go back. */
  advanceCounters(next: ShopCounters): void {
    const hasGoneBack = Object.entries(next).some(([kind, id]) => id < this.#counters[kind as keyof ShopCounters]); // entries() loses the key type
    assert(!hasGoneBack, `The counters of shop ${this.id} would go back.`);
    this.#counters = next;
    this.#hasNewCounters = true;
  }

  /** The version to stamp on every pullable row that this transaction writes; the same number however often asked. */
  stampVersion(): number {
    this.#hasNewVersion = true;
    return this.version + 1;
  }

  /** The columns to write back, or undefined when nothing changed. */
  changedColumns(): Partial<ShopsTable> | undefined {
    if (!this.#hasNewVersion && !this.#hasNewCounters) return undefined;
    return {
      version: this.#hasNewVersion ? this.version + 1 : this.version,
      next_product_id: this.#counters.nextProductId,
      next_sale_id: this.#counters.nextSaleId,
      next_movement_id: this.#counters.nextMovementId,
      next_alert_id: this.#counters.nextAlertId,
    };
  }
}
