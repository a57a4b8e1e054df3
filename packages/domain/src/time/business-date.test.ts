import { Temporal } from "temporal-polyfill";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { businessDateAt, isTimeZone } from "./business-date.ts";

const at = (text: string, zone: string, dayCut = "00:00") => {
  const [hours = 0, minutes = 0] = dayCut.split(":").map(Number);
  return businessDateAt(Date.parse(text), zone, hours * 60 + minutes);
};

describe("businessDateAt", () => {
  it.each([
    ["2026-01-31T20:59:59Z", "Africa/Nairobi", "2026-01-31"],
    ["2026-01-31T21:00:00Z", "Africa/Nairobi", "2026-02-01"],
    ["2026-01-31T23:59:59Z", "Africa/Accra", "2026-01-31"],
    ["2026-01-31T18:15:00Z", "Asia/Kathmandu", "2026-02-01"],
    ["2026-01-31T10:00:00Z", "Pacific/Kiritimati", "2026-02-01"],
    ["2026-02-01T10:59:00Z", "Pacific/Pago_Pago", "2026-01-31"],
    ["2026-01-01T04:59:00Z", "America/New_York", "2025-12-31"],
  ])("is the local day: %s in %s is %s", (instant, zone, date) => {
    expect(at(instant, zone)).toBe(date);
  });

  it("counts the hours before the day cut to the day before", () => {
    expect(at("2026-02-01T00:59:59Z", "Africa/Nairobi", "04:00")).toBe("2026-01-31");
    expect(at("2026-02-01T01:00:00Z", "Africa/Nairobi", "04:00")).toBe("2026-02-01");
  });

  it("keeps the cut at 04:00 on the wall when clocks go forward in the night", () => {
    // Berlin, 29 March 2026: 02:00 becomes 03:00; 04:00 there is 02:00Z.
    expect(at("2026-03-29T01:59:59Z", "Europe/Berlin", "04:00")).toBe("2026-03-28");
    expect(at("2026-03-29T02:00:00Z", "Europe/Berlin", "04:00")).toBe("2026-03-29");
  });

  it("keeps the cut at 04:00 on the wall when clocks go back in the night", () => {
    // Berlin, 25 October 2026: 03:00 becomes 02:00; 04:00 there is 03:00Z.
    expect(at("2026-10-25T02:59:59Z", "Europe/Berlin", "04:00")).toBe("2026-10-24");
    expect(at("2026-10-25T03:00:00Z", "Europe/Berlin", "04:00")).toBe("2026-10-25");
  });

  it("follows a zone that skips midnight itself", () => {
    // Beirut, 29 March 2026: 00:00 becomes 01:00.
    expect(at("2026-03-28T21:59:59Z", "Asia/Beirut")).toBe("2026-03-28");
    expect(at("2026-03-28T22:00:00Z", "Asia/Beirut")).toBe("2026-03-29");
  });

  it("agrees with Temporal in every zone, at any time, with any cut", () => {
    const zones = fc.constantFrom(...Intl.supportedValuesOf("timeZone"));
    const instants = fc.integer({ min: Date.UTC(1970, 0, 1), max: Date.UTC(2045, 0, 1) });
    fc.assert(
      fc.property(zones, instants, fc.integer({ min: 0, max: 720 }), (zone, instantMs, dayCut) => {
        const wall = Temporal.Instant.fromEpochMilliseconds(instantMs).toZonedDateTimeISO(zone).toPlainDateTime();
        const expected = wall.subtract({ minutes: dayCut }).toPlainDate().toString();
        expect(businessDateAt(instantMs, zone, dayCut)).toBe(expected);
      }),
      { numRuns: 1000 },
    );
  });
});

describe("isTimeZone", () => {
  it.each(["Africa/Nairobi", "UTC", "America/Argentina/Buenos_Aires"])("knows %s", (name) => {
    expect(isTimeZone(name)).toBe(true);
  });

  it.each(["Mars/Base", "", "+03:00", "Africa/Nairobi ", "local"])("does not know %j", (name) => {
    expect(isTimeZone(name)).toBe(false);
  });
});
