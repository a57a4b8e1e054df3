import type { AppContext } from "../app-context.ts";
import type { Mailer } from "./mailer.ts";
import { openSmtpMailer } from "./smtp-mailer.ts";

/** The mailer that the settings ask for; without one, says once that nothing goes out by mail. */
export function configuredMailer({ config, logger }: Pick<AppContext, "config" | "logger">): Mailer | undefined {
  const { smtpUrl, mailFrom } = config;
  if (smtpUrl === undefined || mailFrom === undefined) {
    logger.info("DUKA_SMTP_URL is not set: low-stock alerts are shown in the app and not sent by mail.");
    return undefined;
  }
  return openSmtpMailer({ url: smtpUrl, from: mailFrom });
}
