import { Type } from "typebox";
import { productImportForm, productImportQuery, productImportReport } from "../schemas/product-import.ts";
import {
  product,
  productChangeRequest,
  productCodeQuery,
  productCreateRequest,
  productListQuery,
} from "../schemas/products.ts";
import { idParams } from "../schemas/scalars.ts";
import { nothing } from "../schemas/server.ts";
import type { Operations } from "./operation.ts";

const change = {
  tag: "Products",
  description:
    "What is absent stays. `stock` must be what it is, or was within the last hour; it is moved by movements.",
  params: idParams,
  body: productChangeRequest,
  answers: { 200: product },
  errors: ["not_found", "sku_taken", "barcode_taken", "stock_is_computed"],
} as const;

export const productOperations = {
  "GET /api/products/": {
    id: "listProducts",
    tag: "Products",
    summary: "List products",
    description: "By id. The `Link` header leads to the next page.",
    query: productListQuery,
    answers: { 200: Type.Array(product) },
  },
  "POST /api/products/": {
    id: "createProduct",
    tag: "Products",
    summary: "Create a product",
    description: "`stock` is the opening balance and becomes an `INITIAL` movement.",
    body: productCreateRequest,
    answers: { 201: product },
    errors: ["sku_taken", "barcode_taken", "uid_taken", "product_has_no_stock"],
  },
  "GET /api/products/by_barcode/": {
    id: "findProductByCode",
    tag: "Products",
    summary: "Find a product by barcode or SKU",
    query: productCodeQuery,
    answers: { 200: product },
    errors: ["not_found"],
  },
  "POST /api/products/import_csv/": {
    id: "importProducts",
    tag: "Products",
    summary: "Import products from a CSV file",
    description: "A bad row is left out and told; the others go in. `dry_run=true` says what would happen.",
    query: productImportQuery,
    form: productImportForm,
    answers: { 200: productImportReport },
  },
  "GET /api/products/:id/": {
    id: "readProduct",
    tag: "Products",
    summary: "Read a product",
    params: idParams,
    answers: { 200: product },
    errors: ["not_found"],
  },
  "PUT /api/products/:id/": { id: "replaceProduct", summary: "Change a product with a whole form", ...change },
  "PATCH /api/products/:id/": { id: "changeProduct", summary: "Change fields of a product", ...change },
  "DELETE /api/products/:id/": {
    id: "archiveProduct",
    tag: "Products",
    summary: "Archive a product",
    description: "Sales refer to products for ever, so none is deleted.",
    params: idParams,
    answers: { 204: nothing },
    errors: ["not_found"],
  },
} as const satisfies Operations;
