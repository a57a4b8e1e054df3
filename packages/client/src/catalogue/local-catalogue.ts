import { parseQuantity } from "@duka/domain";
import type { PulledProduct } from "@duka/protocol";
import type { Catalogue } from "../duka.ts";
import { createObservable, type Settable } from "../observable.ts";
import type { Outbox } from "../outbox/outbox.ts";
import { readPosition } from "./apply-page.ts";
import type { CataloguePosition, CatalogueRow, CatalogueStorage } from "./catalogue-storage.ts";
import type { CatalogueProduct, CatalogueState } from "./catalogue-product.ts";
import { type OwnSales, ownSalesOf, unseenThousandths } from "./own-sales.ts";

export interface LocalCatalogue extends Catalogue {
  readonly state: Settable<CatalogueState>;
  /** The stored rows may have changed: by a page, or in another tab. */
  rowsChanged(): Promise<void>;
  /** This till sold something: what is shown changes, what is stored does not. */
  salesChanged(): void;
  problem(detail: string | undefined): void;
}

export interface LocalCatalogueParts {
  readonly storage: CatalogueStorage;
  readonly outbox: Outbox;
  readonly onRefresh: () => void;
}

/** The cache as the till reads it: what the server said, less what this till sold since. */
export function createLocalCatalogue({ storage, outbox, onRefresh }: LocalCatalogueParts): LocalCatalogue {
  const state = createObservable<CatalogueState>({ status: "empty", productCount: 0, version: 0 });
  let rows: Promise<readonly CatalogueRow[]> | undefined;
  return {
    state,
    refresh: onRefresh,
    async list() {
      const position = readPosition(await storage.position());
      rows ??= storage.rows("product");
      const sales = ownSalesOf(await outbox.listAfter(position.headAck?.contiguous_device_seq ?? 0));
      return (await rows).map((row) => productOf(row, position, sales));
    },
    async rowsChanged() {
      rows = undefined;
      const position = readPosition(await storage.position());
      const productCount = await storage.count("product");
      const { version, lastProblem: _solved } = state.get();
      state.set({
        status: statusOf(position, productCount),
        productCount,
        version: version + 1,
        ...(position.lastPulledAtMs === undefined ? {} : { lastPulledAtMs: position.lastPulledAtMs }),
      });
    },
    salesChanged: () => state.set({ ...state.get(), version: state.get().version + 1 }),
    problem(detail) {
      const { lastProblem: _last, ...rest } = state.get();
      state.set(detail === undefined ? rest : { ...rest, lastProblem: detail });
    },
  };
}

function statusOf(position: CataloguePosition, productCount: number): CatalogueState["status"] {
  if (position.isComplete) return "ready";
  return productCount === 0 && position.cursor === undefined ? "empty" : "loading";
}

function productOf(row: CatalogueRow, position: CataloguePosition, sales: OwnSales): CatalogueProduct {
  // Rows are written by `changeOfPage` alone, from answers that were checked.
  const product = row.value as PulledProduct;
  const serverStockThousandths = thousandthsOf(product.stock);
  const isKnown = serverStockThousandths !== null;
  return {
    id: product.id,
    uid: product.uid,
    sku: product.sku,
    barcode: product.barcode,
    name: product.name,
    description: product.description,
    unitPrice: product.unit_price,
    unit: product.unit,
    isVolatile: product.is_volatile,
    active: product.active,
    serverStockThousandths,
    shownStockThousandths: isKnown
      ? serverStockThousandths - unseenThousandths(sales, product, [row.ack, position.headAck])
      : null,
    reorderLevelThousandths: thousandthsOf(product.reorder_level),
  };
}

/** Stock figures are JSON numbers written from integers, so their text is exact. */
function thousandthsOf(figure: number | null): number | null {
  const parsed = figure === null ? undefined : parseQuantity(String(figure));
  return parsed?.ok ? parsed.value : null;
}
