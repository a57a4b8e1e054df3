export * from "./accounts.ts";
export * from "./problem.ts";
export * from "./product-import.ts";
export * from "./products.ts";
export * from "./sales.ts";
export * from "./scalars.ts";
export * from "./stock.ts";
export * from "./sync.ts";
