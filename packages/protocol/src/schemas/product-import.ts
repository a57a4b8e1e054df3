import { type Static, Type } from "typebox";

const count = Type.Integer({ minimum: 0 });

/** The answer of `POST /api/products/import_csv/`, also when no row could be read. */
export const productImportReport = Type.Object({
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
});
export type ProductImportReport = Static<typeof productImportReport>;
