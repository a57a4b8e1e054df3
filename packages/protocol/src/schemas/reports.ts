import { type Static, Type } from "typebox";
import { product } from "./products.ts";
import { sale } from "./sales.ts";
import { movement } from "./stock.ts";
import { alert } from "./alerts.ts";
import { dateText } from "./scalars.ts";

/** The longest text that a query parameter of a report may have; longer ones mean nothing. */
const PARAMETER_LENGTH_MAX = 64;

const parameter = (description: string, examples: readonly string[]) =>
  Type.Optional(Type.String({ maxLength: PARAMETER_LENGTH_MAX, description, examples: [...examples] }));
const figure = (description: string, example: number) => Type.Number({ description, examples: [example] });
const period = parameter("daily, weekly (weeks start on Monday) or monthly; weekly when absent", ["weekly"]);

export const analyticsQuery = Type.Object({
  product_id: parameter("the product", ["12"]),
  start_date: parameter("first business date; 30 days up to end_date when absent", ["2026-01-01"]),
  end_date: parameter("last business date; today in the shop when absent", ["2026-01-31"]),
  period,
});

/** `GET /api/sales/analytics/`: what one product sold. A product without sales has zeros and no periods. */
export const analyticsAnswer = Type.Object({
  product,
  total_quantity_sold: figure("up to 3 decimals", 12.5),
  total_revenue: figure("in the shop's currency", 25),
  average_unit_price: figure("revenue per unit, rounded half away from zero to the minor unit", 2),
  period_breakdown: Type.Array(
    Type.Object({
      date: dateText,
      quantity: figure("up to 3 decimals", 12.5),
      revenue: figure("in the shop's currency", 25),
    }),
    { description: "periods with sales, oldest first; date is the period's first day" },
  ),
});
export type AnalyticsAnswer = Static<typeof analyticsAnswer>;

export const trendQuery = Type.Object({
  period,
  from: parameter("first business date; 30 days up to `to` when absent", ["2026-01-01"]),
  to: parameter("last business date; today in the shop when absent", ["2026-01-31"]),
});

/** `GET /api/sales/trend/`: the shop's sales by period. */
export const trendAnswer = Type.Array(
  Type.Object({
    date: dateText,
    count: Type.Integer({ description: "sales", examples: [42] }),
    total_sales: Type.Integer({ description: "the same as count, for existing clients", examples: [42] }),
    total_amount: figure("in the shop's currency", 1250.5),
  }),
  { description: "periods with sales, oldest first; date is the period's first day" },
);
export type TrendAnswer = Static<typeof trendAnswer>;

export const byDateQuery = Type.Object({
  date: parameter("business date; today in the shop when absent", ["2026-01-31"]),
  limit: parameter("sales on a page", ["50"]),
  cursor: parameter("from the Link header", ["1042"]),
});

/** `GET /api/sales/by_date/`: one day. The totals are of the whole day, the sales of one page. */
export const byDateAnswer = Type.Array(
  Type.Object({
    date: dateText,
    total: figure("in the shop's currency", 1250.5),
    transactions: Type.Integer({ examples: [42] }),
    sales: Type.Array(sale),
  }),
);
export type ByDateAnswer = Static<typeof byDateAnswer>;

/** `GET /api/dashboard/`: how the shop is doing today. */
export const dashboardAnswer = Type.Object({
  sales_today: Type.Object({
    count: Type.Integer({ examples: [42] }),
    revenue: figure("in the shop's currency", 1250.5),
  }),
  recent_sales: Type.Array(sale),
  low_stock_count: Type.Integer({ description: "products below their reorder level", examples: [3] }),
  recent_movements: Type.Array(movement),
  critical_alerts: Type.Array(alert, { description: "the newest unread ones" }),
  critical_alert_count: Type.Integer({ description: "unread ones", examples: [1] }),
});
export type DashboardAnswer = Static<typeof dashboardAnswer>;
