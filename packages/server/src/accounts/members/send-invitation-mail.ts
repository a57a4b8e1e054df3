import type { ClaimedJob } from "../../jobs/claim-jobs.ts";
import type { JobResult } from "../../jobs/job-step.ts";
import type { Mailer } from "../../mail/mailer.ts";

/** The code is here until the mail is out; a finished job keeps nothing. */
export type InvitationMailPayload = { readonly to: string; readonly code: string; readonly shop_name: string };

export async function sendInvitationMail(mailer: Mailer, job: ClaimedJob): Promise<JobResult> {
  // Written by inviteMember and by nobody else.
  const { to, code, shop_name: shopName } = JSON.parse(job.payload) as InvitationMailPayload;
  const shop = shopName.replaceAll(/\p{Cc}+/gu, " ");
  return await mailer.send({
    to,
    subject: `You are invited to ${shop} on Duka`,
    text: `The owner of ${shop} invites you to join the shop on Duka.\n\nYour code: ${code}\n\nIt works once, within seven days. If you do not know this shop, ignore this mail.\n`,
    language: "en",
    idempotencyKey: job.job_key,
  });
}
