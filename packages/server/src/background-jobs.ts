import { sendInvitationMail } from "./accounts/members/send-invitation-mail.ts";
import { planLowStockMails } from "./alerts/plan-low-stock-mails.ts";
import { sendLowStockMail } from "./alerts/send-low-stock-mail.ts";
import type { AppContext } from "./app-context.ts";
import { newUuid } from "./environment.ts";
import { JobWorker } from "./jobs/job-worker.ts";
import type { JobHandler, JobWork } from "./jobs/run-shop-jobs.ts";
import type { Mailer } from "./mail/mailer.ts";
import { configuredMailer } from "./mail/configured-mailer.ts";

/**
 * The worker for what is done after commits: today the mails. Not started; stop it before the database is closed.
 * Without a mail server it still runs, to let go of what there is nobody to send.
 */
export function createJobWorker(
  context: AppContext,
  mailer: Mailer | undefined = configuredMailer(context),
): JobWorker {
  const { db, clock, random, logger } = context;
  const environment = {
    db,
    nowMs: clock.nowMs,
    chance: () => Buffer.from(random.bytes(4)).readUInt32BE() / 2 ** 32,
    newId: () => newUuid(clock, random),
  };
  return new JobWorker({
    environment,
    work: jobWork(context, mailer, environment.newId),
    setTimer: (delayMs, run) => {
      const timer = setTimeout(run, delayMs);
      return () => clearTimeout(timer);
    },
    onError: (err, shop) => logger.error({ err, shop }, "jobs: a round failed; the next one tries again"),
  });
}

const drop: JobHandler = async () => ({ kind: "dropped" });

function jobWork({ db }: AppContext, mailer: Mailer | undefined, newId: () => string): JobWork {
  return {
    planners: [
      async (trx, shop, nowMs) => planLowStockMails(trx, shop, { canSend: mailer !== undefined, newId, nowMs }),
    ],
    handlers: {
      low_stock_mail: mailer === undefined ? drop : async (job) => sendLowStockMail({ db, mailer }, job),
      invitation_mail: mailer === undefined ? drop : async (job) => sendInvitationMail(mailer, job),
    },
  };
}
