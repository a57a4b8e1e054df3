import { createTransport } from "nodemailer";
import type { JobResult } from "../jobs/job-step.ts";
import { JOB_DEADLINE_MS } from "../jobs/job-bounds.ts";
import type { Mail, Mailer } from "./mailer.ts";
import { resultOfSmtpError } from "./smtp-failure.ts";

const CONNECT_DEADLINE_MS = 10_000;
const IDLE_MAX_MS = 15_000;

export type SmtpSettings = {
  /** `smtp://user:password@host:587` or `smtps://…` */
  readonly url: string;
  /** `duka@example.com` or `Duka <duka@example.com>` */
  readonly from: string;
};

/** A mailer over SMTP: a connection per message, for alerts are few. Bodies are never read from files or addresses. */
export function openSmtpMailer({ url, from }: SmtpSettings): Mailer {
  const transport = createTransport({
    url,
    connectionTimeout: CONNECT_DEADLINE_MS,
    greetingTimeout: CONNECT_DEADLINE_MS,
    socketTimeout: IDLE_MAX_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const domain = domainOf(from);
  return {
    async send(mail): Promise<JobResult> {
      try {
        await transport.sendMail({
          ...messageOf(mail, from),
          messageId: `<${mail.idempotencyKey}@${domain}>`,
          signal: AbortSignal.timeout(JOB_DEADLINE_MS),
        });
        return { kind: "sent" };
      } catch (error) {
        return resultOfSmtpError(error);
      }
    },
  };
}

function messageOf(mail: Mail, from: string) {
  return {
    from,
    to: { name: "", address: mail.to },
    subject: mail.subject,
    text: mail.text,
    headers: {
      "Content-Language": mail.language,
      // RFC 3834: no out-of-office answers, please.
      "Auto-Submitted": "auto-generated",
    },
  };
}

function domainOf(from: string): string {
  return /@([\w.-]+)/.exec(from)?.[1] ?? "localhost";
}
