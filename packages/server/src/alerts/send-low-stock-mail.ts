import type { Database } from "../database/schema.ts";
import { inShopRead } from "../database/shop-transaction.ts";
import type { ClaimedJob } from "../jobs/claim-jobs.ts";
import type { JobResult } from "../jobs/job-step.ts";
import type { Mailer } from "../mail/mailer.ts";
import { lowStockMail } from "./low-stock-mail.ts";
import { readRecipient } from "./low-stock-mail.queries.ts";
import type { LowStockMailPayload } from "./plan-low-stock-mails.ts";

/** Sends one planned mail, unless its reader has left or switched mail off since. */
export async function sendLowStockMail(
  { db, mailer }: { readonly db: Database; readonly mailer: Mailer },
  job: ClaimedJob,
): Promise<JobResult> {
  // Written by planLowStockMails and by nobody else.
  const { user_id: userId, report } = JSON.parse(job.payload) as LowStockMailPayload;
  const recipient = await inShopRead(db, job.shop_id, async (trx) => readRecipient(trx, job.shop_id, userId));
  if (recipient === undefined) return { kind: "dropped" };
  return await mailer.send({
    to: recipient.email,
    ...lowStockMail(report),
    language: report.language,
    idempotencyKey: job.job_key,
  });
}
