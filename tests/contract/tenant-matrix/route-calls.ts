import { INCARNATION, itemOf, pushOf } from "../../../packages/server/src/sync/testing/test-messages.ts";
import type { Ids } from "./ids.ts";

/** One way to call a route with ids that are not the caller's. */
export type RouteCall = {
  readonly path: string;
  readonly body?: object | string;
  readonly contentType?: string;
};

/** What is the caller's own: its device, and a word that no other call has, for names that must be new. */
export type Own = { readonly device: string; readonly word: string };

type RouteFixture = {
  /** Answers without a credential. */
  readonly isPublic?: true;
  /** With the ids in every position that takes one; lists also without, as a cursor may skip just what is leaked. */
  readonly calls: (ids: Ids, own: Own) => readonly RouteCall[];
};

const PASSWORD = "correct horse battery";

/** How each route is called. A new route is missing here until somebody thinks about which ids it takes. */
export const ROUTE_FIXTURES: Readonly<Record<string, RouteFixture>> = {
  "GET /api/openapi.json": { isPublic: true, calls: () => [{ path: "/api/openapi.json" }] },
  "GET /health/": { isPublic: true, calls: () => [{ path: "/health/" }] },
  "GET /ready/": { isPublic: true, calls: () => [{ path: "/ready/" }] },

  "POST /api/register/": {
    isPublic: true,
    calls: ({ shop }, { word }) => [
      { path: "/api/register/", body: { username: word, email: `${word}@example.com`, password: PASSWORD, shop } },
    ],
  },
  "POST /api/login/": {
    isPublic: true,
    calls: ({ shop }) => [{ path: "/api/login/", body: { username: "a-person", password: PASSWORD, shop } }],
  },
  "POST /api/session/": {
    isPublic: true,
    calls: ({ shop }) => [{ path: "/api/session/", body: { username: "a-person", password: PASSWORD, shop } }],
  },
  "GET /api/session/": { calls: ({ shop }) => [{ path: `/api/session/?shop=${shop}` }] },
  "GET /api/user/": { calls: ({ shop }) => [{ path: `/api/user/?shop=${shop}` }] },
  "GET /api/shop/": { calls: ({ shop }) => [{ path: `/api/shop/?shop=${shop}` }] },
  "PATCH /api/shop/": {
    calls: ({ shop }) => [
      { path: "/api/shop/", body: { name: "Ours", id: shop } },
      { path: "/api/shop/", body: { name: "Ours" } },
    ],
  },

  "GET /api/members/": {
    calls: ({ user, shop }) => [{ path: "/api/members/" }, { path: `/api/members/?cursor=${user}&shop=${shop}` }],
  },
  "POST /api/members/": {
    calls: ({ username, shop }) => [
      { path: "/api/members/", body: { username, role: "cashier" } },
      { path: "/api/members/", body: { username, role: "cashier", shop_id: shop } },
    ],
  },
  "PATCH /api/members/:id/": {
    calls: ({ user }) => [{ path: `/api/members/${user}/`, body: { role: "cashier" } }],
  },
  "DELETE /api/members/:id/": { calls: ({ user }) => [{ path: `/api/members/${user}/` }] },
  "GET /api/invitations/": { calls: ({ shop }) => [{ path: `/api/invitations/?shop=${shop}` }] },
  "DELETE /api/invitations/:id/": { calls: ({ invitation }) => [{ path: `/api/invitations/${invitation}/` }] },
  "POST /api/invitations/accept/": {
    isPublic: true,
    // An invitation's id is no code; the code itself is a credential, not an id.
    calls: ({ invitation }, { word }) => [
      { path: "/api/invitations/accept/", body: { code: invitation, username: word, password: PASSWORD } },
    ],
  },
  "GET /api/devices/": {
    calls: ({ device }) => [{ path: "/api/devices/" }, { path: `/api/devices/?cursor=${device}` }],
  },
  "PATCH /api/devices/:id/": {
    calls: ({ device }) => [{ path: `/api/devices/${device}/`, body: { name: "Ours" } }],
  },
  "DELETE /api/devices/:id/": { calls: ({ device }) => [{ path: `/api/devices/${device}/` }] },

  "GET /api/products/": {
    calls: ({ product }) => ["", `&cursor=${product}`].map((rest) => ({ path: `/api/products/?active=all${rest}` })),
  },
  "POST /api/products/": {
    calls: ({ product, user, productUid, sku, barcode, shop }) => [
      {
        path: "/api/products/",
        body: { name: "Ours", sku, barcode, uid: productUid, id: product, user, shop_id: shop },
      },
    ],
  },
  "GET /api/products/by_barcode/": {
    calls: ({ sku, barcode }) => [sku, barcode].map((code) => ({ path: `/api/products/by_barcode/?code=${code}` })),
  },
  "GET /api/products/:id/": { calls: ({ product }) => [{ path: `/api/products/${product}/` }] },
  "PUT /api/products/:id/": { calls: ({ product }) => [{ path: `/api/products/${product}/`, body: { name: "Ours" } }] },
  "PATCH /api/products/:id/": {
    calls: ({ product, productUid, shop }) => [
      { path: `/api/products/${product}/`, body: { name: "Ours" } },
      { path: "/api/products/1/", body: { description: "ours", id: product, uid: productUid, shop_id: shop } },
    ],
  },
  "DELETE /api/products/:id/": { calls: ({ product }) => [{ path: `/api/products/${product}/` }] },
  "POST /api/products/import_csv/": {
    calls: ({ sku, barcode, product }) => [
      {
        path: "/api/products/import_csv/",
        contentType: "multipart/form-data; boundary=xyz",
        body: [
          "--xyz",
          'Content-Disposition: form-data; name="file"; filename="a.csv"',
          "",
          "id,name,sku,barcode",
          `${product},Ours,${sku},${barcode}`,
          "--xyz--",
          "",
        ].join("\r\n"),
      },
    ],
  },

  "GET /api/stock-movements/": {
    calls: ({ product, movement }) =>
      ["", `product=${product}`, `cursor=${movement}`].map((query) => ({ path: `/api/stock-movements/?${query}` })),
  },
  "POST /api/stock-movements/": {
    calls: ({ product, movementExternalId, user }) => [
      { path: "/api/stock-movements/", body: { product, delta: 1 } },
      {
        path: "/api/stock-movements/",
        body: { product: 1, delta: 1, external_id: movementExternalId, performed_by: user },
      },
    ],
  },

  "POST /api/sales/": { calls: (ids) => salesOf(ids).map((body) => ({ path: "/api/sales/", body })) },
  "POST /api/sales/batch/": { calls: (ids) => [{ path: "/api/sales/batch/", body: { sales: salesOf(ids) } }] },
  "GET /api/sales/": {
    calls: ({ sale, user }) =>
      ["", `cursor=${sale}`, `sold_by=${user}`].map((query) => ({ path: `/api/sales/?${query}` })),
  },
  "GET /api/sales/:id/": { calls: ({ sale }) => [{ path: `/api/sales/${sale}/` }] },
  "GET /api/sales/by_external_id/:external_id/": {
    calls: ({ saleExternalId }) => [{ path: `/api/sales/by_external_id/${saleExternalId}/` }],
  },
  "GET /api/sales/analytics/": { calls: ({ product }) => [{ path: `/api/sales/analytics/?product_id=${product}` }] },
  "GET /api/sales/trend/": { calls: ({ product }) => [{ path: `/api/sales/trend/?product_id=${product}` }] },
  "GET /api/sales/by_date/": { calls: () => [{ path: "/api/sales/by_date/?date=2026-01-31" }] },
  "GET /api/dashboard/": { calls: ({ shop }) => [{ path: `/api/dashboard/?shop=${shop}` }] },

  "GET /api/alerts/low-stock/": {
    calls: ({ alert }) => ["", `?cursor=${alert}`].map((query) => ({ path: `/api/alerts/low-stock/${query}` })),
  },
  "GET /api/alerts/history/": {
    calls: ({ alert }) => ["", `?cursor=${alert}`].map((query) => ({ path: `/api/alerts/history/${query}` })),
  },
  "POST /api/alerts/acknowledge/": {
    calls: ({ alert }) =>
      [alert, [1, alert]].map((ids) => ({ path: "/api/alerts/acknowledge/", body: { alert_ids: ids } })),
  },
  "POST /api/alerts/acknowledge-all/": {
    calls: ({ alert }) => [{ path: "/api/alerts/acknowledge-all/", body: { alert_ids: [alert] } }],
  },
  "GET /api/alerts/settings/": { calls: ({ user }) => [{ path: `/api/alerts/settings/?user=${user}` }] },
  "PUT /api/alerts/settings/": {
    calls: ({ user }) => [
      { path: "/api/alerts/settings/", body: { notify_email: false, notify_inapp: true, user_id: user } },
    ],
  },

  "POST /api/sync/enrol/": {
    calls: ({ device }) => [{ path: "/api/sync/enrol/", body: { device_id: device, device_name: "Ours" } }],
  },
  "POST /api/sync/push/": {
    calls: (ids, own) => [
      { path: "/api/sync/push/", body: pushOf(ids.device) },
      {
        path: "/api/sync/push/",
        body: pushOf(own.device, {
          next_device_seq: 4,
          confirmed: [],
          items: salesOf(ids).map((sale, index) => itemOf(index + 1, { sale, id: uuidOf(ids.sale + index) })),
        }),
      },
    ],
  },
  "GET /api/sync/pull/": {
    calls: ({ device }) => [{ path: "/api/sync/pull/" }, { path: `/api/sync/pull/?cursor=${device}` }],
  },

  // These end the caller's own sign-in, so they come last.
  "DELETE /api/session/": { calls: ({ shop }) => [{ path: `/api/session/?shop=${shop}` }] },
  "POST /api/logout/": { calls: ({ shop }) => [{ path: `/api/logout/?shop=${shop}` }] },
};

/** Sales that name a product, its codes, a cashier or a sale of somebody else. */
function salesOf({ product, productUid, sku, barcode, user, saleExternalId }: Ids): readonly object[] {
  return [
    { items: [{ product, quantity: 1 }] },
    { items: [{ product_data: { uid: productUid, sku, barcode, name: "Ours" }, quantity: 1, unit_price: "1" }] },
    { items: [{ product: 1, quantity: 1 }], external_id: saleExternalId, cashier: user, sold_by: user },
  ];
}

function uuidOf(id: number): string {
  return INCARNATION.slice(0, -12) + String(id).padStart(12, "0");
}
