import { describe, expect, it } from "vitest";
import { alertSeverity, nextAlert } from "./alert-state.ts";

const level = (stockThousandths: number | null, reorderLevelThousandths: number | null = 10_000) => ({
  stockThousandths,
  reorderLevelThousandths,
});

describe("alertSeverity", () => {
  it.each([
    [10_000, undefined],
    [9_999, "info"],
    [5_001, "info"],
    [5_000, "warning"],
    [1_001, "warning"],
    [1_000, "critical"],
    [0, "critical"],
    [-5_000, "critical"],
  ])("%i thousandths of a reorder level of 10 is %s", (stock, severity) => {
    expect(alertSeverity(level(stock))).toBe(severity);
  });

  it("says nothing of a product without stock or level", () => {
    expect(alertSeverity(level(null))).toBeUndefined();
    expect(alertSeverity(level(-1, null))).toBeUndefined();
  });

  it("is critical below a level of zero only when stock is negative", () => {
    expect(alertSeverity(level(0, 0))).toBeUndefined();
    expect(alertSeverity(level(-1, 0))).toBe("critical");
  });
});

describe("nextAlert", () => {
  it("opens when stock falls below the level, and closes when it is back", () => {
    expect(nextAlert(undefined, level(9_999))).toEqual({ kind: "open", severity: "info" });
    expect(nextAlert({ severity: "info" }, level(10_000))).toEqual({ kind: "close" });
    expect(nextAlert(undefined, level(10_000))).toEqual({ kind: "none" });
  });

  it("follows the severity both ways while unread", () => {
    expect(nextAlert({ severity: "info" }, level(5_000))).toEqual({ kind: "change", severity: "warning" });
    expect(nextAlert({ severity: "critical" }, level(5_000))).toEqual({ kind: "change", severity: "warning" });
    expect(nextAlert({ severity: "info" }, level(9_000))).toEqual({ kind: "none" });
  });

  it("is unread again only when worse than it was acknowledged at", () => {
    const read = { severity: "warning", acknowledgedSeverity: "warning" } as const;
    expect(nextAlert(read, level(4_000))).toEqual({ kind: "none" });
    expect(nextAlert(read, level(9_000))).toEqual({ kind: "change", severity: "info" });
    expect(nextAlert({ ...read, severity: "info" }, level(5_000))).toEqual({ kind: "change", severity: "warning" });
    expect(nextAlert(read, level(1_000))).toEqual({ kind: "escalate", severity: "critical" });
  });

  it("closes when the product turns volatile", () => {
    expect(nextAlert({ severity: "info" }, level(null, null))).toEqual({ kind: "close" });
  });
});
