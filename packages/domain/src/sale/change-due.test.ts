import { expect, it } from "vitest";
import { changeDueMinor, settleTenders } from "./change-due.ts";

const cash = (amountMinor: number) => ({ method: "cash", amountMinor });
const card = (amountMinor: number) => ({ method: "card", amountMinor });

it("gives back what cash exceeds the total", () => {
  expect(settleTenders(350, [cash(500)])).toEqual({ changeMinor: 150, shortMinor: 0, excessMinor: 0 });
});

it("gives no change on a card", () => {
  expect(settleTenders(350, [card(500)])).toEqual({ changeMinor: 0, shortMinor: 0, excessMinor: 150 });
});

it("gives change on the cash part of a split tender, at most the cash that was given", () => {
  expect(settleTenders(350, [card(300), cash(100)])).toEqual({ changeMinor: 50, shortMinor: 0, excessMinor: 0 });
  expect(settleTenders(350, [card(400), cash(20)])).toEqual({ changeMinor: 20, shortMinor: 0, excessMinor: 50 });
});

it("tells what is still owed", () => {
  expect(settleTenders(350, [cash(100), card(100)])).toEqual({ changeMinor: 0, shortMinor: 150, excessMinor: 0 });
  expect(changeDueMinor(350, [cash(350)])).toBe(0);
});
