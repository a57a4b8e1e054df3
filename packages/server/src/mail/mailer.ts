import type { JobResult } from "../jobs/job-step.ts";

/** One message to one person, as plain text. */
export type Mail = {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  /** BCP 47. */
  readonly language: string;
  /** The same for every try, so that a reader's mail program shows a repeated message once. */
  readonly idempotencyKey: string;
};

/** Hands messages over to a mail server. */
export interface Mailer {
  /** Answers what happened, within a job's deadline; never throws for what a mail server does. */
  send(mail: Mail): Promise<JobResult>;
}
