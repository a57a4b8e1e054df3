import { type Check, amountCheck, countCheck, noneCheck } from "../check.ts";
import { type ExpectedShop, invoiceTotalMinor, type OpeningProduct } from "../expected-shop.ts";
import type { OwnerApi } from "../../servers/owner-api.ts";
import type { ToldSales } from "../told-sales.ts";
import { parseDecimalText } from "./parse-decimal-text.ts";

export type ApiLine = {
  readonly product: number;
  readonly quantity: string;
  readonly unit_price: string;
  readonly subtotal: string;
};
export type ApiSale = {
  readonly id: number;
  readonly external_id: string;
  readonly total_amount: string;
  readonly client_timestamp: string | null;
  readonly business_date: string;
  readonly flags: readonly string[];
  readonly items: readonly ApiLine[];
};
type ApiProduct = {
  readonly id: number;
  readonly sku: string;
  readonly stock: number;
  readonly reorder_level: number | null;
};
type ApiMovement = { readonly id: number; readonly product: number; readonly delta: number };

const PENCE_SCALE = 2;
const QUANTITY_SCALE = 3;

export type ApiReplay = {
  readonly api: OwnerApi;
  readonly expected: ExpectedShop;
  readonly told: ToldSales;
  readonly productIds: ReadonlyMap<string, number>;
};

/** Asks the server for the whole shop, as an owner's app would, and compares every figure with the data. */
export async function checkShopByApi(replay: ApiReplay): Promise<Check[]> {
  const sales = await replay.api.list<ApiSale>("/api/sales/?limit=200");
  return [...checkSales(replay, sales), ...(await checkStock(replay))];
}

function checkSales({ expected, told, productIds }: ApiReplay, sales: readonly ApiSale[]): Check[] {
  const byExternalId = new Map(sales.map((sale) => [sale.external_id, sale]));
  const lines = sales.flatMap((sale) => sale.items);
  const total = sales.reduce((sum, sale) => sum + parseDecimalText(sale.total_amount, PENCE_SCALE), 0n);
  const found = expected.invoices.map((invoice) => {
    const sale = byExternalId.get(told.externalIdOf(invoice.number) ?? "");
    return { invoice, sale };
  });
  const lost = found.flatMap(({ invoice, sale }) => (sale === undefined ? [invoice.number] : []));
  const different = found.flatMap(({ invoice, sale }) => {
    if (sale === undefined) return [];
    const wanted = describeInvoice(invoice, productIds);
    return describeSale(sale) === wanted ? [] : [`invoice ${invoice.number} is sale ${sale.id}`];
  });
  return [
    countCheck("sales on the server", expected.invoices.length, sales.length),
    countCheck("lines on the server", expected.lineCount, lines.length),
    amountCheck("total of all sales", expected.totalMinor, total),
    countCheck("different external ids", expected.invoices.length, byExternalId.size),
    noneCheck("sales that a cashier was told of and the server lacks", lost),
    noneCheck("sales whose time, day, lines, prices or total changed on the way", different),
    noneCheck("sales with a flag other than late", flaggedOddly(sales)),
  ];
}

/** One text per sale, equal only if everything that matters is equal. */
function describeSale(sale: ApiSale): string {
  const lines = sale.items.map(
    (line) =>
      `${line.product} x ${parseDecimalText(line.quantity, QUANTITY_SCALE)} @ ${parseDecimalText(line.unit_price, PENCE_SCALE)}`,
  );
  const total = parseDecimalText(sale.total_amount, PENCE_SCALE);
  return [sale.client_timestamp, sale.business_date, total, ...lines].join("\n");
}

function describeInvoice(invoice: ExpectedShop["invoices"][number], productIds: ReadonlyMap<string, number>): string {
  const time = new Date(invoice.soldAtMs).toISOString();
  const lines = invoice.lines.map(
    (line) => `${productIds.get(line.productKey)} x ${line.quantity * 1_000} @ ${line.unitPriceMinor}`,
  );
  // In December a day in London is a day in UTC.
  return [time, time.slice(0, 10), invoiceTotalMinor(invoice), ...lines].join("\n");
}

function flaggedOddly(sales: readonly ApiSale[]): string[] {
  return sales.flatMap((sale) => {
    const odd = sale.flags.filter((flag) => flag !== "late");
    return odd.length === 0 ? [] : [`sale ${sale.id} ${odd.join(", ")}`];
  });
}

async function checkStock({ api, expected, productIds }: ApiReplay): Promise<Check[]> {
  const products = await api.list<ApiProduct>("/api/products/?limit=500");
  const movements = await api.list<ApiMovement>("/api/stock-movements/?limit=200");
  const { unread_count: openAlerts } = await api.get<{ unread_count: number }>("/api/alerts/low-stock/");
  const byId = new Map(products.map((product) => [product.id, product]));
  const moved = new Map<number, number>();
  for (const { product, delta } of movements) moved.set(product, (moved.get(product) ?? 0) + delta);
  const wrong = (isWrong: (product: OpeningProduct, actual: ApiProduct | undefined) => boolean) =>
    expected.products.flatMap((product) => {
      const actual = byId.get(productIds.get(product.key) ?? 0);
      return isWrong(product, actual) ? [`${product.sku} has ${actual?.stock}`] : [];
    });
  return [
    countCheck("products", expected.products.length, products.length),
    noneCheck(
      "products whose stock is not opening minus sold",
      wrong((product, actual) => actual?.stock !== product.openingStock - product.soldQuantity),
    ),
    noneCheck(
      "products whose stock is not the sum of its movements",
      wrong((_, actual) => actual?.stock !== (moved.get(actual?.id ?? 0) ?? 0)),
    ),
    noneCheck("movements listed twice", repeated(movements.map((movement) => movement.id))),
    countCheck("products with an open alert", expected.products.filter(isLow).length, openAlerts),
  ];
}

function isLow({ reorderLevel, openingStock, soldQuantity }: OpeningProduct): boolean {
  return reorderLevel !== undefined && openingStock - soldQuantity < reorderLevel;
}

function repeated(ids: readonly number[]): string[] {
  const seen = new Set<number>();
  return ids.filter((id) => seen.size === seen.add(id).size).map(String);
}
