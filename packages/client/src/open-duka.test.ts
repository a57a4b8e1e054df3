import { describe, expect, test } from "vitest";
import { BUSY_RETRY_MS, HEARTBEAT_MS } from "./push/decide-next.ts";
import { soapDraft, testId } from "./testing/sale-drafts.ts";
import { arrivedIds, newWorld, sell } from "./testing/test-world.ts";

const MINUTE_MS = 60_000;

describe("selling", () => {
  test("never waits for the network, and the sale is on its way as soon as it is saved", async () => {
    const world = newWorld();
    const till = await world.start();
    till.duka.start();
    const sale = await till.duka.recordSale(soapDraft());
    expect(till.duka.state.get()).toMatchObject({ unsent: 1, unsentValueMinor: 350, lastDeviceSeq: 1 });
    expect(arrivedIds(world)).toEqual([]);
    await world.time.advance(1_000);
    expect(arrivedIds(world)).toEqual([sale.id]);
    expect(till.duka.state.get()).toMatchObject({ unsent: 0, completeUpTo: 1 });
  });

  test("answers with what stands on the receipt", async () => {
    const till = await newWorld().start();
    const lines = [
      { productId: 12, product: { name: "Soap", sku: "S-1" }, quantityThousandths: 1_500, unitPriceMinor: 333 },
      { product: { name: "Bread", uid: testId(5), isVolatile: true }, quantityThousandths: 250, unitPriceMinor: 200 },
    ];
    const tenders = [{ method: "mobile_money", amountMinor: 550, reference: "QX12" }];
    const sale = await till.duka.recordSale({ lines, tenders, note: "thanks", cashier: 4, currencyExponent: 2 });
    expect(sale).toMatchObject({ deviceSeq: 1, tenders, note: "thanks", cashier: 4, totalMinor: 550 });
    expect(sale.lines.map((line) => line.subtotalMinor)).toEqual([500, 50]);
    expect(sale.lines).toMatchObject(lines);
    expect(sale.receiptNumber).toMatch(/^[0-9A-F]{4}-00001$/);
  });

  test("does not depend on a clock that counts whole milliseconds", async () => {
    const world = newWorld();
    const { clock } = world.time;
    const till = await world.start({ clock: { ...clock, nowMs: () => clock.nowMs() + 0.25 } });
    till.duka.start();
    await sell(till, 1);
    await world.time.advance(MINUTE_MS);
    expect(arrivedIds(world)).toHaveLength(1);
  });

  test("a cart that is recorded twice is one sale; another cart under its id is refused", async () => {
    const till = await newWorld().start();
    const first = await till.duka.recordSale(soapDraft({ id: testId(1) }));
    expect(await till.duka.recordSale(soapDraft({ id: testId(1) }))).toEqual(first);
    const other = soapDraft({ id: testId(1), note: "changed" });
    await expect(till.duka.recordSale(other)).rejects.toMatchObject({ code: "sale_refused" });
    expect(till.duka.state.get().unsent).toBe(1);
  });

  test.each([
    ["no lines", soapDraft({ lines: [] })],
    ["a fraction of a minor unit", soapDraft({ tenders: [{ method: "cash", amountMinor: 0.5 }] })],
    [
      "a quantity of nothing",
      soapDraft({ lines: [{ product: { name: "x" }, quantityThousandths: 0, unitPriceMinor: 1 }] }),
    ],
    [
      "more lines than a sale may have",
      soapDraft({ lines: Array.from({ length: 1_001 }, () => soapDraft().lines[0] ?? never()) }),
    ],
    ["half a character", soapDraft({ note: "\ud800" })],
    ["more bytes than a push may have", soapDraft({ lines: hugeLines() })],
    ["an id that is none", soapDraft({ id: "1" })],
  ])("refuses %s before anything is stored", async (_name, draft) => {
    const till = await newWorld().start();
    const outcome = await till.duka.recordSale(draft).then(
      () => "saved",
      (error: unknown) => error,
    );
    expect(outcome).toMatchObject({ code: "sale_refused" });
    expect(till.duka.state.get().lastDeviceSeq).toBe(0);
  });

  test("shows the receipt that nobody saw after a crash, until it is seen", async () => {
    const world = newWorld();
    const till = await world.start();
    const [id = ""] = await sell(till, 1);
    till.kill();
    const next = await world.start();
    expect((await next.duka.unseenReceipts()).map((sale) => sale.id)).toEqual([id]);
    await next.duka.markReceiptSeen(id);
    expect(await next.duka.unseenReceipts()).toEqual([]);
  });

  test("frees the catalogue cache before it refuses a sale on a full device", async () => {
    const world = newWorld();
    const { environment } = await world.start();
    let fullTimes = 0;
    let cleared = 0;
    const till = await world.start({
      outboxStorage: {
        ...environment.outboxStorage,
        async write(work) {
          fullTimes -= 1;
          if (fullTimes >= 0) throw Object.assign(new Error("full"), { name: "QuotaExceededError" });
          return environment.outboxStorage.write(work);
        },
      },
      catalogueStorage: {
        ...environment.catalogueStorage,
        async clear() {
          cleared += 1;
        },
      },
    });
    fullTimes = 1;
    await till.duka.recordSale(soapDraft());
    expect(cleared).toBe(1);
    fullTimes = Number.POSITIVE_INFINITY;
    await expect(till.duka.recordSale(soapDraft())).rejects.toMatchObject({ code: "storage_full" });
    await expect(till.duka.checkStorage()).rejects.toMatchObject({ code: "storage_full" });
    expect(till.duka.state.get().unsent).toBe(1);
  });
});

describe("two tabs of one browser", () => {
  test("drain one at a time, and losing every hint between them is harmless", async () => {
    const world = newWorld();
    const [one, other] = [await world.start(), await world.start()];
    one.duka.start();
    other.duka.start();
    const [inOne, inOther] = [await sell(one, 3), await sell(other, 3)];
    await world.time.advance(HEARTBEAT_MS + 2 * BUSY_RETRY_MS);
    expect(new Set(arrivedIds(world))).toEqual(new Set([...inOne, ...inOther]));
    const sent = world.server.pushes.flatMap((push) => push.items.map((item) => item.id));
    expect(new Set(sent).size).toBe(sent.length);
  });

  test("the one that found the other draining goes on when the other dies in the middle", async () => {
    const world = newWorld();
    const [one, other] = [await world.start(), await world.start()];
    const ids = await sell(one, 3);
    world.link.faults = { ...world.link.faults, neverAnswered: 1 };
    one.duka.start();
    await world.time.advance(1_000);
    other.duka.start();
    await world.time.advance(1_000);
    world.link.faults = { ...world.link.faults, neverAnswered: 0 };
    one.kill();
    expect((await other.duka.listUnsent()).map((record) => record.state)).toEqual(ids.map(() => "inflight"));
    await world.time.advance(MINUTE_MS);
    expect(await other.duka.listUnsent()).toEqual([]);
  });

  test("without locks the leases keep a second drain off what is in flight", async () => {
    const world = newWorld();
    world.link.latencyMs = 5_000;
    const noLock = { isExclusive: false, tryWithLock: <T>(_name: string, work: () => Promise<T>) => work() };
    const [one, other] = [await world.start({ lock: noLock }), await world.start({ lock: noLock })];
    await sell(one, 3);
    one.duka.start();
    await world.time.advance(100);
    other.duka.start();
    await world.time.advance(MINUTE_MS);
    const sent = world.server.pushes.flatMap((push) => push.items);
    expect(sent).toHaveLength(3);
    expect(arrivedIds(world)).toHaveLength(3);
  });
});

describe("the catalogue", () => {
  test("is loaded by pages and shows server stock less what this till sold since", async () => {
    const world = newWorld();
    const till = await world.start();
    till.duka.start();
    await world.time.advance(MINUTE_MS);
    expect(till.duka.catalogue.state.get()).toMatchObject({ status: "ready", productCount: 3 });
    world.link.isDown = true;
    const lines = [{ productId: 1, product: { name: "Soap" }, quantityThousandths: 2_500, unitPriceMinor: 350 }];
    const before = till.duka.catalogue.state.get().version;
    await till.duka.recordSale(soapDraft({ lines }));
    expect(till.duka.catalogue.state.get().version).toBeGreaterThan(before);
    expect(await till.duka.catalogue.list()).toMatchObject([
      { id: 1, serverStockThousandths: 100_000, shownStockThousandths: 97_500 },
      { id: 2, serverStockThousandths: null, shownStockThousandths: null },
      { id: 3, serverStockThousandths: 2_500, shownStockThousandths: 2_500 },
    ]);
    world.link.isDown = false;
    await world.time.advance(5 * MINUTE_MS);
    const [soap] = await till.duka.catalogue.list();
    expect(soap).toMatchObject({ serverStockThousandths: 97_500, shownStockThousandths: 97_500 });
  });

  test("is replaced after a restore, without a moment in which there is nothing to sell, and the outbox is not touched", async () => {
    const world = newWorld();
    const till = await world.start();
    till.duka.start();
    await world.time.advance(MINUTE_MS);
    world.link.isDown = true;
    await sell(till, 1);
    const { products: _all, ...rest } = world.server.state;
    const products = new Map([...world.server.state.products].filter(([id]) => id !== 3));
    world.server.restore({ ...rest, products }, testId(0xe2));
    const counts = new Set<number>();
    till.duka.catalogue.state.subscribe((state) => counts.add(state.productCount));
    world.link.isDown = false;
    await world.time.advance(5 * MINUTE_MS);
    expect([...counts].toSorted((a, b) => a - b)).toEqual([2, 3]);
    expect((await till.duka.catalogue.list()).map((product) => product.id)).toEqual([1, 2]);
    expect(arrivedIds(world)).toHaveLength(1);
  });
});

test("an outbox of another shop is never opened", async () => {
  const world = newWorld();
  await sell(await world.start(), 1);
  world.device.outbox.ledger = { ...Object(world.device.outbox.ledger), shopId: testId(9) };
  await expect(world.start()).rejects.toMatchObject({ code: "storage_failed" });
});

test("after it was closed nothing is sold, and nothing more is sent", async () => {
  const world = newWorld();
  const till = await world.start();
  till.duka.start();
  await world.time.advance(1_000);
  const pushes = world.server.pushes.length;
  await till.duka.close();
  await expect(till.duka.recordSale(soapDraft())).rejects.toMatchObject({ code: "closed" });
  await world.time.advance(60 * MINUTE_MS);
  expect(world.server.pushes).toHaveLength(pushes);
});

function hugeLines() {
  const product = { name: "商".repeat(255), sku: "x".repeat(64), barcode: "y".repeat(64), unit: "z".repeat(32) };
  return Array.from({ length: 1_000 }, () => ({ product, quantityThousandths: 1, unitPriceMinor: 1 }));
}

function never(): never {
  throw new Error("the draft has a line");
}
