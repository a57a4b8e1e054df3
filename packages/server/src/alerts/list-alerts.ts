import { withoutAbsent } from "@duka/domain";
import type { AlertAnswer, AlertListAnswer } from "@duka/protocol";
import type { AppContext } from "../app-context.ts";
import type { Trx } from "../database/schema.ts";
import { inShopRead } from "../database/shop-transaction.ts";
import { alertAnswer } from "./alert-answer.ts";
import { languageOf } from "./alert-language.ts";
import {
  type AlertFilter,
  countOpenAlerts,
  findShopLanguage,
  type OpenAlertCounts,
  selectAlerts,
} from "./alerts.queries.ts";

export type AlertPage = {
  readonly answer: AlertListAnswer;
  /** Where the next page starts; absent on the last. */
  readonly nextCursor?: number;
};

/** A page of alerts, newest first, with the counts of the whole shop. */
export async function listAlerts({ db, clock }: AppContext, shopId: string, filter: AlertFilter): Promise<AlertPage> {
  return await inShopRead(db, shopId, async (trx) => {
    // One more than asked for tells whether there is a next page.
    const read = await readAlerts(trx, shopId, {
      filter: { ...filter, limit: filter.limit + 1 },
      nowMs: clock.nowMs(),
    });
    const { unread, unreadCritical } = await countOpenAlerts(trx, shopId);
    const alerts = read.slice(0, filter.limit);
    const nextCursor = read.length > filter.limit ? alerts.at(-1)?.id : undefined;
    return withoutAbsent({ answer: { alerts, unread_count: unread, critical_count: unreadCritical }, nextCursor });
  });
}

export type CriticalAlerts = OpenAlertCounts & { readonly newest: readonly AlertAnswer[] };

/** The counts of the open alerts and the newest unread critical ones. Three statements. */
export async function readCriticalAlerts(
  trx: Trx,
  shopId: string,
  { limit, nowMs }: { readonly limit: number; readonly nowMs: number },
): Promise<CriticalAlerts> {
  const filter = { which: "unread", severity: "critical", limit } as const;
  const newest = await readAlerts(trx, shopId, { filter, nowMs });
  return { ...(await countOpenAlerts(trx, shopId)), newest };
}

async function readAlerts(
  trx: Trx,
  shopId: string,
  { filter, nowMs }: { readonly filter: AlertFilter; readonly nowMs: number },
): Promise<AlertAnswer[]> {
  const language = languageOf(await findShopLanguage(trx, shopId));
  return (await selectAlerts(trx, shopId, filter)).map((row) => alertAnswer(row, { language, nowMs }));
}
