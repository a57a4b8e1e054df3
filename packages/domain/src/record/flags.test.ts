import { describe, expect, it } from "vitest";
import type { SaleContent } from "../sale/sale-content.ts";
import { recordSales } from "./record-sales.ts";
import type { SaleToRecord } from "./sale-to-record.ts";
import { CASHIER, FORMER_CASHIER, line, NOW_MS, OWNER, sale, shopState } from "./shop-history.test-support.ts";

const HOUR_MS = 3_600_000;
const at = (ms: number) => new Date(ms).toISOString();

function recorded(content: Partial<SaleContent>, members: Partial<SaleToRecord> = {}) {
  const [only] = recordSales(shopState(), [sale(1, content, members)]).sales;
  if (only === undefined) throw new Error("not recorded");
  return only;
}

const receipt = (number: number, source_device: string, members: Partial<SaleToRecord> = {}) =>
  sale(number, { receipt_number: "A-1", source_device }, members);

const flagsOf = (sales: SaleToRecord[]) => recordSales(shopState(), sales).sales.map((one) => one.flags);

describe("clock_skew", () => {
  it.each([
    ["an hour ahead", { client_timestamp: at(NOW_MS + HOUR_MS) }, {}, ["clock_skew"]],
    ["an hour ago", { client_timestamp: at(NOW_MS - HOUR_MS) }, {}, []],
    [
      "measured an hour slow",
      {},
      { clock: { deviceTimeMs: NOW_MS - 2 * HOUR_MS, offsetMs: HOUR_MS, errorMs: 50 } },
      ["clock_skew"],
    ],
    ["never measured", {}, { clock: { deviceTimeMs: NOW_MS - HOUR_MS, offsetMs: null, errorMs: null } }, []],
  ])("%s", (_, content, members, flags) => {
    expect(recorded(content, members).flags).toEqual(flags);
  });

  it("uses the device's measured time before what the sale says, and keeps both", () => {
    const clock = { deviceTimeMs: NOW_MS - 2 * HOUR_MS, offsetMs: HOUR_MS, errorMs: 50 };
    expect(recorded({ client_timestamp: at(NOW_MS) }, { clock })).toMatchObject({
      clientTimestampMs: NOW_MS - 2 * HOUR_MS,
      correctedAtMs: NOW_MS - HOUR_MS,
      clock,
    });
  });
});

describe("the business date", () => {
  const lastNight = { client_timestamp: at(NOW_MS - 12 * HOUR_MS) };

  it.each([
    [
      "as sent with the sale",
      { business_date: "2026-01-20", ...lastNight },
      { defaultBusinessDate: "2026-01-21" },
      "2026-01-20",
    ],
    ["else as sent with the batch", lastNight, { defaultBusinessDate: "2026-01-21" }, "2026-01-21"],
    ["else by the corrected time, 03:00 in Nairobi being the night before", lastNight, {}, "2026-01-30"],
    ["else today", {}, {}, "2026-01-31"],
  ])("is %s", (_, content, members, businessDate) => {
    expect(recorded(content, members).businessDate).toBe(businessDate);
  });

  it("is late a day after it closed", () => {
    const content = { business_date: "2026-01-30" };
    const dayAfterCloseMs = Date.parse("2026-02-01T01:00:00Z");
    expect(recorded(content, { receivedAtMs: dayAfterCloseMs - 1 }).flags).toEqual([]);
    expect(recorded(content, { receivedAtMs: dayAfterCloseMs }).flags).toEqual(["late"]);
  });
});

describe("under_tendered", () => {
  it.each([
    ["1.49", ["under_tendered"]],
    ["1.50", []],
    ["2", []],
  ])("%s for a sale of 1.50", (amount, flags) => {
    expect(recorded({ tenders: [{ method: "card", amount }] }).flags).toEqual(flags);
  });

  it("says nothing of a sale whose payment was not told", () => {
    expect(recorded({}).flags).toEqual([]);
  });
});

describe("receipt_number_repeated", () => {
  it("is about one till", () => {
    expect(flagsOf([receipt(1, "till-1"), receipt(2, "till-2"), receipt(3, "till-1")])).toEqual([
      [],
      [],
      ["receipt_number_repeated"],
    ]);
  });

  it("knows an enrolled device by its id, whatever it is called", () => {
    const device = {
      id: "0197c0de-0000-7000-8000-0000000000d1",
      incarnation: "0197c0de-0000-7000-8000-0000000000e1",
      deviceSeq: 1,
    };
    expect(
      flagsOf([receipt(1, "till-1", { device }), receipt(2, "till-1"), receipt(3, "renamed", { device })]),
    ).toEqual([[], [], ["receipt_number_repeated"]]);
  });

  it("remembers those of earlier batches", () => {
    const state = shopState({ usedReceiptNumbers: [{ till: "named:till-1", receiptNumber: "A-1" }] });
    expect(recordSales(state, [receipt(1, "till-1")]).sales[0]?.flags).toEqual(["receipt_number_repeated"]);
  });
});

describe("unknown_cashier", () => {
  it.each([
    ["a member makes it theirs", OWNER, OWNER, []],
    ["one who has left keeps it", FORMER_CASHIER, FORMER_CASHIER, ["unknown_cashier"]],
    ["a stranger does not get it", 999, CASHIER, ["unknown_cashier"]],
  ])("%s", (_, cashier, soldByUserId, flags) => {
    expect(recorded({ cashier })).toMatchObject({ soldByUserId, flags });
  });
});

it("keeps what the caller flagged, each flag once and in the order of the list", () => {
  const members: Partial<SaleToRecord> = { flags: ["recovered_unproven", "device_fork", "negative_stock"] };
  expect(recorded({ items: [line({ quantity: "11" })] }, members).flags).toEqual([
    "negative_stock",
    "device_fork",
    "recovered_unproven",
  ]);
});
