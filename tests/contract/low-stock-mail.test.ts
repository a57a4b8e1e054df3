import pino from "pino";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import {
  enqueueLowStockNotices,
  NOTICE_GATHER_MS,
} from "../../packages/server/src/alerts/enqueue-low-stock-notices.ts";
import { createJobWorker } from "../../packages/server/src/background-jobs.ts";
import { defaultConfig } from "../../packages/server/src/config.ts";
import type { AlertsTable, Database, MemberRole } from "../../packages/server/src/database/schema.ts";
import { inShopTransaction } from "../../packages/server/src/database/shop-transaction.ts";
import { systemRandom } from "../../packages/server/src/environment.ts";
import { LEASE_MS, RETRY_DELAY_BASE_MS, UNKNOWN_TRIES_MAX } from "../../packages/server/src/jobs/job-bounds.ts";
import type { JobWorker } from "../../packages/server/src/jobs/job-worker.ts";
import type { Mailer } from "../../packages/server/src/mail/mailer.ts";
import { openSmtpMailer } from "../../packages/server/src/mail/smtp-mailer.ts";
import { insertTestShop } from "../../packages/server/src/testing/insert-test-shop.ts";
import { openSmtpInbox, type SmtpInbox } from "../../packages/server/src/testing/smtp-inbox.ts";
import { alertRow, productRow } from "../../packages/server/src/sync/testing/test-rows.ts";
import { describeEachDatabase } from "../servers/databases.ts";
import { openContractDatabase } from "./open-contract-database.ts";

describeEachDatabase("mail about low stock", (database) => {
  let db: Database;
  let inbox: SmtpInbox;
  let shopId = "";
  let nowMs = Date.UTC(2026, 0, 31, 9);
  let nextUserId = 1;

  beforeAll(async () => {
    db = await openContractDatabase(database());
  });
  afterAll(async () => db.destroy());
  beforeEach(async () => {
    inbox = await openSmtpInbox();
    shopId = crypto.randomUUID();
    await insertTestShop(db, shopId, { language: "sw", name: "Duka la Mama" });
    await insertMember("owner@example.com", "owner");
  });
  afterEach(async () => {
    await inbox.stop();
    await db.deleteFrom("due_jobs").execute();
  });

  test("an alert that opens is told once to owners and managers who want it, in the shop's language", async () => {
    await insertMember("manager@example.com", "manager");
    await insertMember("cashier@example.com", "cashier");
    await silence(await insertMember("quiet@example.com", "manager"));
    await openAlert(7);
    await openAlert(7);
    await runFor(2 * NOTICE_GATHER_MS);
    expect(receivers()).toEqual(["manager@example.com", "owner@example.com"]);
    expect(inbox.mails[0]?.source).toContain("Subject: Bidhaa inaisha: Product 7 (Duka la Mama)");
    expect(inbox.mails[0]?.source).toMatch(/zimebaki 1, kiwango cha kuagiza 10/);
  });

  test("what falls in the same minute is one mail", async () => {
    for (const id of [1, 2, 3]) await openAlert(id);
    await runFor(NOTICE_GATHER_MS);
    expect(inbox.mails.map(({ source }) => /^Subject: (.*)$/m.exec(source)?.[1]?.trim())).toEqual([
      "Bidhaa zinaisha: 3 (Duka la Mama)",
    ]);
  });

  test("what was read or restocked before the mail went out is not told", async () => {
    await openAlert(1, { acknowledged_at_ms: 1 });
    await openAlert(2, { open_product_id: null, closed_at_ms: 1 });
    await runFor(NOTICE_GATHER_MS);
    expect(receivers()).toEqual([]);
  });

  test("a commit that failed told nobody", async () => {
    const failing = inShopTransaction(db, shopId, async (trx) => {
      await enqueueLowStockNotices(trx, { shopId, nowMs }, [{ alertId: 1 }]);
      throw new Error("the sale failed");
    });
    await expect(failing).rejects.toThrow("the sale failed");
    await runFor(NOTICE_GATHER_MS);
    expect(receivers()).toEqual([]);
  });

  test("a mail server that was down gets the mail when it is up again, once", async () => {
    await inbox.stop();
    await openAlert(1);
    await runFor(NOTICE_GATHER_MS);
    await inbox.restart();
    await runFor(RETRY_DELAY_BASE_MS);
    await runFor(RETRY_DELAY_BASE_MS);
    expect(receivers()).toEqual(["owner@example.com"]);
  });

  test("a receiver who is refused for good does not hold back the others", async () => {
    await insertMember("wrong@example.com", "owner");
    inbox.refuseReceiver("wrong@example.com", 550);
    await openAlert(1);
    await runFor(NOTICE_GATHER_MS);
    await runFor(RETRY_DELAY_BASE_MS);
    expect(receivers()).toEqual(["owner@example.com"]);
    expect(await outcomes()).toEqual(["given_up", "sent"]);
  });

  test("a process that dies after sending repeats the same message a named number of times at most", async () => {
    const smtp = smtpMailer();
    await openAlert(1);
    for (let start = 0; start < UNKNOWN_TRIES_MAX + 2; start += 1) {
      const dying = await openContractDatabase(database());
      const send: Mailer["send"] = async (mail) => {
        const result = await smtp.send(mail);
        await dying.destroy();
        return result;
      };
      await runFor(LEASE_MS, worker({ send }, dying));
      await dying.destroy();
    }
    expect(inbox.mails).toHaveLength(UNKNOWN_TRIES_MAX);
    expect(new Set(inbox.mails.map(({ messageId }) => messageId)).size).toBe(1);
  });

  test("two workers racing send each mail once", async () => {
    for (let each = 0; each < 5; each += 1) await insertMember(`owner${each}@example.com`, "owner");
    await openAlert(1);
    nowMs += NOTICE_GATHER_MS;
    const other = await openContractDatabase(database());
    await Promise.all([worker().runRound(), worker(smtpMailer(), other).runRound(), worker().runRound()]);
    await other.destroy();
    await runFor(1);
    expect(receivers()).toHaveLength(6);
    expect(new Set(receivers()).size).toBe(6);
  });

  test("without a mail server the notices end, and do not come out later", async () => {
    await openAlert(1);
    await runFor(NOTICE_GATHER_MS, worker(null));
    await runFor(NOTICE_GATHER_MS);
    expect(receivers()).toEqual([]);
    expect(await outcomes()).toEqual([]);
  });

  const smtpMailer = () => openSmtpMailer({ url: inbox.url, from: "duka@example.com" });

  function worker(mailer: Mailer | null = smtpMailer(), handle = db): JobWorker {
    const context = {
      config: defaultConfig(),
      db: handle,
      clock: { nowMs: () => nowMs },
      random: systemRandom,
      logger: pino({ level: "silent" }),
      lifecycle: { isDraining: false },
    };
    return mailer === null ? createJobWorker(context) : createJobWorker(context, mailer);
  }

  async function runFor(delayMs: number, runner = worker()): Promise<void> {
    nowMs += delayMs;
    // What one round plans is sent in it too, but for what does not fit into a claim.
    for (let round = 0; round < 3; round += 1) await runner.runRound();
  }

  const receivers = () => inbox.mails.map(({ to }) => to).toSorted();

  async function outcomes(): Promise<(string | null)[]> {
    const sent = db.selectFrom("jobs").select("outcome").where("shop_id", "=", shopId);
    return (await sent.where("kind", "=", "low_stock_mail").orderBy("outcome").execute()).map(({ outcome }) => outcome);
  }

  async function insertMember(email: string, role: MemberRole): Promise<number> {
    const id = nextUserId;
    nextUserId += 1;
    const name = `${email} ${shopId}`;
    await db
      .insertInto("users")
      .values({
        id,
        username: name,
        username_key: name,
        email,
        email_key: name,
        password_hash: "",
        first_name: "",
        last_name: "",
        created_at_ms: 0,
      })
      .execute();
    await db
      .insertInto("members")
      .values({ shop_id: shopId, user_id: id, role, created_at_ms: 0, removed_at_ms: null })
      .execute();
    return id;
  }

  async function silence(userId: number): Promise<void> {
    const settings = { shop_id: shopId, user_id: userId, notify_email: 0, notify_inapp: 1 } as const;
    await db.insertInto("alert_settings").values(settings).execute();
  }

  async function openAlert(id: number, changes: Partial<AlertsTable> = {}): Promise<void> {
    await inShopTransaction(db, shopId, async (trx) => {
      const known = await trx
        .selectFrom("alerts")
        .select("id")
        .where("shop_id", "=", shopId)
        .where("id", "=", id)
        .execute();
      if (known.length === 0) {
        const levels = { stock_thousandths: 1_000, reorder_level_thousandths: 10_000 };
        await trx
          .insertInto("products")
          .values({ ...productRow(shopId, id, 1), ...levels })
          .execute();
        await trx
          .insertInto("alerts")
          .values({ ...alertRow(shopId, id, { productId: id, version: 1 }), ...changes })
          .execute();
      }
      await enqueueLowStockNotices(trx, { shopId, nowMs }, [{ alertId: id }]);
    });
  }
});
