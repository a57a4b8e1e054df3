import { sumNumber } from "@duka/domain";
import type { DashboardAnswer } from "@duka/protocol";
import type { AppContext } from "../app-context.ts";
import { readCriticalAlerts } from "../alerts/list-alerts.ts";
import { inShopRead } from "../database/shop-transaction.ts";
import { readSalePage } from "../sales/read-sale-page.ts";
import { listRecentMovements } from "../stock/list-recent-movements.ts";
import { findReportShop, selectShopDays } from "./reports.queries.ts";
import { todayIn } from "./today-in.ts";

/** Statements that the dashboard takes, however large the shop. */
export const DASHBOARD_STATEMENTS_MAX = 9;
/** Rows in each of its lists. */
const RECENT_MAX = 10;

/** How the shop is doing today, by its own clock, as of one moment. */
export async function readDashboard(
  { db, clock }: Pick<AppContext, "db" | "clock">,
  shopId: string,
): Promise<DashboardAnswer> {
  return await inShopRead(db, shopId, async (trx) => {
    const nowMs = clock.nowMs();
    const shop = await findReportShop(trx, shopId);
    const today = todayIn(shop, nowMs);
    const [day] = await selectShopDays(trx, { shopId, from: today, to: today });
    const { sales } = await readSalePage(trx, shopId, { filter: {}, limit: RECENT_MAX });
    const alerts = await readCriticalAlerts(trx, shopId, { limit: RECENT_MAX, nowMs });
    return {
      sales_today: { count: day?.saleCount ?? 0, revenue: sumNumber(day?.totalMinor ?? 0n, shop.currencyExponent) },
      recent_sales: [...sales],
      low_stock_count: alerts.open,
      recent_movements: await listRecentMovements(trx, shopId, RECENT_MAX),
      critical_alerts: [...alerts.newest],
      critical_alert_count: alerts.unreadCritical,
    };
  });
}
