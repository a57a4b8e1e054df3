import { assert } from "@duka/domain";
import type { PulledAlert, PulledProduct } from "@duka/protocol";
import type { Database } from "../../database/schema.ts";
import { pullChanges, type PullRequest } from "../pull/pull-changes.ts";

/** A till's catalogue as the pages make it, without a network between. */
export class PullingTill {
  readonly products = new Map<number, PulledProduct>();
  readonly alerts = new Map<number, PulledAlert>();
  #cursor: string | undefined;
  readonly #db: Database;
  readonly #request: Omit<PullRequest, "cursor">;

  constructor(db: Database, request: Omit<PullRequest, "cursor">) {
    this.#db = db;
    this.#request = request;
  }

  /** Pulls and applies one page; tells whether there is more. */
  async pull(): Promise<boolean> {
    const answer = await pullChanges(this.#db, { ...this.#request, cursor: this.#cursor });
    assert(answer.ok, "the server refused the till's cursor");
    const { products, alerts, cursor, more } = answer.value;
    assert(products.length + alerts.length <= this.#request.rowsMax, "a page is larger than asked for");
    for (const product of products) {
      const known = this.products.get(product.id);
      assert(known === undefined || known.version <= product.version, "a product went back in time");
      this.products.set(product.id, product);
    }
    for (const alert of alerts) {
      if (alert.open) this.alerts.set(alert.id, alert);
      else this.alerts.delete(alert.id);
    }
    this.#cursor = cursor;
    return more;
  }
}
