export * from "./sync-bounds.ts";
export type * from "./sync-messages.ts";
