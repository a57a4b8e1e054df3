/** What is wrong with the mail settings together, one sentence each. No URL is repeated: it may hold a password. */
export function mailMistakes(settings: {
  readonly smtpUrl: string | undefined;
  readonly mailFrom: string | undefined;
}): readonly string[] {
  const { smtpUrl, mailFrom } = settings;
  if (smtpUrl === undefined) return [];
  return [
    ...(/^smtps?:\/\/[^/]/.test(smtpUrl) && URL.canParse(smtpUrl)
      ? []
      : ["DUKA_SMTP_URL must be smtp://user:password@host:587 or smtps://…; check that the password is URL-encoded."]),
    ...(mailFrom !== undefined && /[^\s@<]@[^\s@>]/.test(mailFrom)
      ? []
      : ['DUKA_MAIL_FROM must be an e-mail address when DUKA_SMTP_URL is set, such as "Duka <duka@example.com>".']),
  ];
}
