import { expect, test } from "vitest";
import { mailMistakes } from "./mail-mistakes.ts";

test("no mail server, or a complete one, is no mistake", () => {
  expect(mailMistakes({ smtpUrl: undefined, mailFrom: undefined })).toEqual([]);
  expect(mailMistakes({ smtpUrl: "smtps://u:p%40@mail.example:465", mailFrom: "Duka <duka@example.com>" })).toEqual([]);
});

test("a mail server needs someone to send from, and all mistakes are told at once", () => {
  const mistakes = mailMistakes({ smtpUrl: "http://user:secret@mail.example", mailFrom: undefined });
  expect(mistakes).toHaveLength(2);
  expect(mistakes.join()).not.toContain("secret");
});
