import type { JobsTable, Trx } from "../database/schema.ts";
import type { LockedShop } from "../database/locked-shop.ts";
import { enqueueJobs } from "../jobs/enqueue-jobs.ts";
import { takeFacts } from "../jobs/take-facts.ts";
import { languageOf } from "./alert-language.ts";
import type { NoticePayload } from "./enqueue-low-stock-notices.ts";
import type { LowStockLine, LowStockReport } from "./low-stock-mail.ts";
import { type LowStockRow, readRecipients, readShopLanguage, readTellableAlerts } from "./low-stock-mail.queries.ts";

/** Notices taken into one mail; the rest make the next one. */
const NOTICES_PER_MAIL_MAX = 500;
/** Products that a mail lists; the others are counted. */
const MAIL_LINES_MAX = 50;

export type LowStockMailPayload = { readonly user_id: number; readonly report: LowStockReport };

export type PlanOptions = {
  /** Without a mail server, notices end here: the app shows the alerts anyway. */
  readonly canSend: boolean;
  readonly newId: () => string;
};

/**
 * Turns the shop's due notices into one mail to each recipient. Runs under the shop's lock in one transaction, so a
 * notice goes into exactly one mail; what was acknowledged or restocked meanwhile is no longer told.
 */
export async function planLowStockMails(
  trx: Trx,
  shop: LockedShop,
  options: PlanOptions & { readonly nowMs: number },
): Promise<void> {
  const { canSend, nowMs } = options;
  const wanted = { shopId: shop.id, kind: "low_stock_notice", nowMs, factsMax: NOTICES_PER_MAIL_MAX } as const;
  await takeFacts(trx, wanted, async (notices) => {
    const alerts = canSend ? await readTellableAlerts(trx, shop.id, notices.map(alertIdOf)) : [];
    if (alerts.length === 0) return "dropped";
    await enqueueMails(trx, shop, { ...options, alerts });
    return "sent";
  });
}

async function enqueueMails(
  trx: Trx,
  shop: LockedShop,
  { alerts, newId, nowMs }: PlanOptions & { readonly alerts: readonly LowStockRow[]; readonly nowMs: number },
): Promise<void> {
  const report = reportOf(shop, alerts, { language: await readShopLanguage(trx, shop.id), nowMs });
  const jobs = (await readRecipients(trx, shop.id)).map(({ userId }) => ({
    kind: "low_stock_mail" as const,
    key: newId(),
    payload: { user_id: userId, report } satisfies LowStockMailPayload,
    dueAtMs: nowMs,
  }));
  await enqueueJobs(trx, shop.id, { jobs, nowMs });
}

function reportOf(
  shop: LockedShop,
  alerts: readonly LowStockRow[],
  { language, nowMs }: { readonly language: string | null; readonly nowMs: number },
): LowStockReport {
  return {
    language: languageOf(language),
    shopName: shop.name,
    timeZone: shop.timeZone,
    asOfMs: nowMs,
    lines: alerts.slice(0, MAIL_LINES_MAX).map(lineOf),
    moreCount: Math.max(0, alerts.length - MAIL_LINES_MAX),
  };
}

function lineOf(row: LowStockRow): LowStockLine {
  return {
    name: row.name,
    sku: row.sku,
    unit: row.unit,
    stockThousandths: row.stock_thousandths ?? 0,
    reorderLevelThousandths: row.reorder_level_thousandths ?? 0,
    severity: row.severity,
  };
}

function alertIdOf(notice: Pick<JobsTable, "payload">): number {
  // Written by enqueueLowStockNotices and by nobody else.
  return (JSON.parse(notice.payload) as NoticePayload).alert_id;
}
