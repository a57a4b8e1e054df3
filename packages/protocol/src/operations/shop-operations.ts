import { shopChangeRequest, shopSettings } from "../schemas/shop.ts";
import type { Operations } from "./operation.ts";

export const shopOperations = {
  "GET /api/shop/": {
    id: "readShop",
    tag: "Shop",
    summary: "Read the shop's settings",
    answers: { 200: shopSettings },
  },
  "PATCH /api/shop/": {
    id: "changeShop",
    tag: "Shop",
    summary: "Change the shop's settings",
    description: "What is absent stays.",
    body: shopChangeRequest,
    answers: { 200: shopSettings },
  },
} as const satisfies Operations;
