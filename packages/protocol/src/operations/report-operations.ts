import {
  analyticsAnswer,
  analyticsQuery,
  byDateAnswer,
  byDateQuery,
  dashboardAnswer,
  trendAnswer,
  trendQuery,
} from "../schemas/reports.ts";
import type { Operations } from "./operation.ts";

export const reportOperations = {
  "GET /api/sales/analytics/": {
    id: "readAnalytics",
    tag: "Reports",
    summary: "What one product sold",
    description: "No sales are zeros and an empty list.",
    query: analyticsQuery,
    answers: { 200: analyticsAnswer },
    errors: ["product_not_found"],
  },
  "GET /api/sales/trend/": {
    id: "readTrend",
    tag: "Reports",
    summary: "The shop's sales by period",
    query: trendQuery,
    answers: { 200: trendAnswer },
  },
  "GET /api/sales/by_date/": {
    id: "readSalesOfDay",
    tag: "Reports",
    summary: "The sales of one business date",
    query: byDateQuery,
    answers: { 200: byDateAnswer },
  },
  "GET /api/dashboard/": {
    id: "readDashboard",
    tag: "Reports",
    summary: "How the shop is doing today",
    answers: { 200: dashboardAnswer },
  },
} as const satisfies Operations;
