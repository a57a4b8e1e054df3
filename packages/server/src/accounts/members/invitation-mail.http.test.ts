import type { InvitationAnswer } from "@duka/protocol";
import { pino } from "pino";
import { afterEach, beforeEach, expect, test } from "vitest";
import { createJobWorker } from "../../background-jobs.ts";
import { defaultConfig } from "../../config.ts";
import { systemRandom } from "../../environment.ts";
import { callAs } from "../../testing/call-as.ts";
import { openTestApp, type TestApp } from "../../testing/open-test-app.ts";
import { registerShop, TEST_PASSWORD, type TestShop } from "../../testing/register-shop.ts";
import { openSmtpInbox, type SmtpInbox } from "../../testing/smtp-inbox.ts";

let inbox: SmtpInbox;
let opened: TestApp;
let shop: TestShop;
beforeEach(async () => {
  inbox = await openSmtpInbox();
  opened = await openTestApp({ config: mailSettings() });
  shop = await registerShop(opened.app, { shop_name: "Mama Mboga" });
});
afterEach(async () => {
  await opened.close();
  await inbox.stop();
});

test("with a mail server the code goes to the address alone, and is forgotten once it is out", async () => {
  const body = { username: "amina", email: "amina@example.com", role: "cashier" };
  const invitation = (await callAs(opened.app, shop.token, "POST", "/api/members/", body)).json<InvitationAnswer>();
  expect(invitation.code).toBeUndefined();
  await runJobs();
  expect(inbox.mails).toMatchObject([{ to: "amina@example.com" }]);
  const code = /Your code: (\S+)/.exec(inbox.mails[0]?.source ?? "")?.[1];
  expect(
    JSON.stringify(await opened.db.selectFrom("jobs").selectAll().where("shop_id", "=", shop.shopId).execute()),
  ).not.toContain(code);
  const accepted = { code, username: "amina", password: TEST_PASSWORD };
  const answer = await opened.app.inject({ method: "POST", url: "/api/invitations/accept/", payload: accepted });
  expect(answer.json()).toMatchObject({ user: { username: "amina", email: "amina@example.com" } });
});

test("without an address the owner gets the code to hand over", async () => {
  const answer = await callAs(opened.app, shop.token, "POST", "/api/members/", { username: "amina", role: "cashier" });
  expect(answer.json<InvitationAnswer>().code).toMatch(/^.{4}-.{4}-.{4}-.{4}$/);
  await runJobs();
  expect(inbox.mails).toEqual([]);
});

const mailSettings = () => ({ smtpUrl: inbox.url, mailFrom: "duka@example.com" });

async function runJobs(): Promise<void> {
  const { db, clock } = opened;
  const worker = createJobWorker({
    config: defaultConfig(mailSettings()),
    db,
    clock,
    random: systemRandom,
    logger: pino({ level: "silent" }),
    lifecycle: { isDraining: false },
  });
  await worker.runRound();
}
