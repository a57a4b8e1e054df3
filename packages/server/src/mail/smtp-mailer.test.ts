import { afterEach, beforeEach, expect, test } from "vitest";
import { openSmtpInbox, type SmtpInbox } from "../testing/smtp-inbox.ts";
import type { Mail } from "./mailer.ts";
import { openSmtpMailer } from "./smtp-mailer.ts";

const mail: Mail = {
  to: "owner@example.com",
  subject: "مخزون منخفض",
  text: "Sukari: 2",
  language: "ar",
  idempotencyKey: "k1",
};
let inbox: SmtpInbox;
beforeEach(async () => {
  inbox = await openSmtpInbox();
});
afterEach(async () => inbox.stop());

const mailer = () => openSmtpMailer({ url: inbox.url, from: "Duka <duka@shop.example>" });

test("a message arrives as it was written, with an id that the next try would have too", async () => {
  expect(await mailer().send(mail)).toEqual({ kind: "sent" });
  const [received] = inbox.mails;
  expect(received).toMatchObject({ to: "owner@example.com", messageId: "<k1@shop.example>" });
  expect(received?.source).toMatch(/^Content-Language: ar\r$/m);
  expect(received?.source).toMatch(/^Auto-Submitted: auto-generated\r$/m);
  expect(received?.source).toContain("Sukari: 2");
  expect(received?.source).toMatch(/^Subject: =\?UTF-8\?/m);
});

test("nobody listening is a certain failure", async () => {
  await inbox.stop();
  expect(await mailer().send(mail)).toEqual({ kind: "failed", problem: "ECONNREFUSED ESOCKET", isPermanent: false });
});

test("a mailbox that is full is tried again, one that does not exist is not", async () => {
  inbox.refuseReceiver("owner@example.com", 452);
  expect(await mailer().send(mail)).toMatchObject({ kind: "failed", isPermanent: false });
  inbox.refuseReceiver("owner@example.com", 550);
  expect(await mailer().send(mail)).toMatchObject({ kind: "failed", isPermanent: true });
  expect(inbox.mails).toEqual([]);
});

test("an address cannot bring headers or receivers of its own", async () => {
  await mailer().send({
    ...mail,
    to: "owner@example.com>\r\nRCPT TO:<spy@example.com",
    subject: "a\r\nBcc: spy@example.com",
  });
  expect(inbox.mails.map(({ to }) => to).join()).not.toContain("spy@example.com");
  expect(inbox.mails.map(({ source }) => source).join()).not.toMatch(/^Bcc:/m);
});
