import type { LightMyRequestResponse } from "fastify";
import type { SaleAnswer } from "@duka/protocol/schemas";
import { callAs } from "../../testing/call-as.ts";
import { openTestApp, type TestApp } from "../../testing/open-test-app.ts";
import { registerShop, type TestShop } from "../../testing/register-shop.ts";

/** The built app with a shop whose owner sells soap (id 1, SKU SOAP, 1.50, ten pieces, reorder level 5). */
export type SellingApp = TestApp & {
  readonly shop: TestShop;
  /** As the owner. */
  readonly post: (url: string, body: object | string) => Promise<LightMyRequestResponse>;
  readonly get: (url: string) => Promise<LightMyRequestResponse>;
};

export async function openSellingApp(fields: Readonly<Record<string, unknown>> = {}): Promise<SellingApp> {
  const opened = await openTestApp();
  const shop = await registerShop(opened.app, fields);
  const soap = {
    name: "Soap",
    sku: "SOAP",
    unit_price: fields["currency"] === "JPY" ? "150" : "1.50",
    stock: 10,
    reorder_level: 5,
  };
  await callAs(opened.app, shop.token, "POST", "/api/products/", soap);
  return {
    ...opened,
    shop,
    post: (url, body) => callAs(opened.app, shop.token, "POST", url, body),
    get: (url) => callAs(opened.app, shop.token, "GET", url),
  };
}

export const SOAP_LINE = { product: 1, quantity: "1" };

/** A sale of one soap under an id of its own; `members` replace or add. */
export function saleBody(
  members: Readonly<Record<string, unknown>> = {},
): Readonly<Record<string, unknown>> & { readonly external_id: string } {
  return { external_id: crypto.randomUUID(), items: [SOAP_LINE], ...members };
}

export function saleIn(answer: LightMyRequestResponse): SaleAnswer {
  return answer.json<SaleAnswer>();
}

/** Stock of a product as the API has it. */
export async function stockOf({ get }: SellingApp, product = 1): Promise<number | null> {
  return (await get(`/api/products/${product}/`)).json<{ stock: number | null }>().stock;
}
