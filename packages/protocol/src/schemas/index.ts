export * from "./sync.ts";
