import { type Static, Type } from "typebox";
import { listParameter } from "./scalars.ts";

const count = Type.Integer({ minimum: 0, examples: [3] });

/** The answer of `POST /api/products/import_csv/`, also when no row could be read. */
export const productImportReport = Type.Object(
  {
    status: Type.Union([Type.Literal("success"), Type.Literal("partial"), Type.Literal("error")], {
      description: "success: every row; partial: some rows; error: none",
    }),
    dry_run: Type.Boolean({ description: "true: nothing was changed, this is what would happen" }),
    created: count,
    updated: Type.Integer({ minimum: 0, description: "rows whose product the shop had" }),
    unchanged: Type.Integer({ minimum: 0, description: "of the updated, those that were so already" }),
    failed: Type.Integer({ minimum: 0, description: "rows left out" }),
    errors: Type.Array(Type.String(), { description: 'such as: Row 3: Price "abc" is not a number. Write …' }),
    notes: Type.Array(Type.String(), { description: "how the file was understood, where that could be otherwise" }),
  },
  {
    title: "ProductImportReport",
    examples: [
      { status: "success", dry_run: false, created: 2, updated: 1, unchanged: 0, failed: 0, errors: [], notes: [] },
    ],
  },
);
export type ProductImportReport = Static<typeof productImportReport>;

export const productImportQuery = Type.Object({
  dry_run: listParameter("true: change nothing, say what would happen", "true"),
});

/** The multipart form. */
export const productImportForm = Type.Object({
  file: Type.String({ format: "binary", description: "a CSV file", examples: ["name,sku,price\nSoap,SOAP-1,1.50\n"] }),
});
