import { join } from "node:path";
import type { ExpectedShop } from "./expected-shop.ts";
import type { FaultPlan } from "./fault-plan.ts";
import { seededRandom } from "./seeded-random.ts";
import type { EnrolledTill, OpenShop } from "./server/open-shop.ts";
import type { TillInvoice } from "./till/till-messages.ts";
import { superviseTill, type TillOutcome } from "./till/till-supervisor.ts";
import type { LinkFault } from "./till/unreliable-transport.ts";
import type { ToldSales } from "./told-sales.ts";

export type TillsRun = {
  readonly seed: number;
  readonly plan: FaultPlan;
  readonly folder: string;
  readonly serverUrl: string;
  readonly shop: OpenShop;
  readonly tills: readonly EnrolledTill[];
  readonly expected: ExpectedShop;
  readonly told: ToldSales;
  /** Called whenever a till has said something. */
  readonly onNews: (news: TillsNews) => void;
};

export type TillsNews = {
  readonly unsent: number;
  readonly crashes: number;
  readonly linkFaults: ReadonlyMap<LinkFault, number>;
};

/** Sells all invoices, each on one till, and resolves when every till has nothing left to send. */
export async function runTills(run: TillsRun): Promise<readonly TillOutcome[]> {
  const hands = dealInvoices(run);
  const unsent = new Map<string, number>();
  const linkFaults = new Map<LinkFault, number>();
  let starts = 0;
  const report = () =>
    run.onNews({
      unsent: [...unsent.values()].reduce((sum, count) => sum + count, 0),
      crashes: Math.max(0, starts - run.tills.length),
      linkFaults,
    });
  return await Promise.all(
    run.tills.map((till, index) => {
      const invoices = hands[index] ?? [];
      const { seed, plan, serverUrl } = run;
      const { shopId } = run.shop;
      const folder = join(run.folder, till.name);
      return superviseTill(
        { ...till, shopId, serverUrl, folder, seed, plan },
        {
          onMessage(message) {
            if (message.kind === "told") run.told.tell(message.sale);
            if (message.kind === "loss") run.told.noteLoss(till.name, message.missing);
            if (message.kind === "fault") linkFaults.set(message.fault, (linkFaults.get(message.fault) ?? 0) + 1);
            if (message.kind === "told" || message.kind === "state") unsent.set(till.name, message.unsent);
            report();
          },
          remaining() {
            starts += 1;
            return invoices.filter((invoice) => !run.told.has(invoice.number));
          },
        },
      );
    }),
  );
}

function dealInvoices({ expected, shop, tills, seed }: TillsRun): TillInvoice[][] {
  const random = seededRandom(seed, "deal");
  const products = new Map(expected.products.map((product) => [product.key, product]));
  const hands: TillInvoice[][] = tills.map(() => []);
  for (const { number, soldAtMs, lines } of expected.invoices) {
    const tillLines = lines.map(({ productKey, quantity, unitPriceMinor }) => {
      const product = products.get(productKey);
      const productId = shop.productIds.get(productKey);
      if (product === undefined || productId === undefined) throw new Error(`No product ${productKey} in the shop.`);
      const { sku, name } = product;
      return { productId, sku, name, quantityThousandths: quantity * 1_000, unitPriceMinor };
    });
    hands[random.between(0, hands.length - 1)]?.push({ number, soldAtMs, lines: tillLines });
  }
  return hands;
}
