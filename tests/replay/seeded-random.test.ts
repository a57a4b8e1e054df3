import { expect, test } from "vitest";
import { seededRandom } from "./seeded-random.ts";

const draws = (seed: number, name: string) => {
  const random = seededRandom(seed, name);
  return Array.from({ length: 5 }, random.next);
};

test("one seed and name give the same draws every time", () => {
  expect(draws(1, "till-1")).toEqual(draws(1, "till-1"));
});

test("another seed or another name gives other draws", () => {
  expect(draws(2, "till-1")).not.toEqual(draws(1, "till-1"));
  expect(draws(1, "till-2")).not.toEqual(draws(1, "till-1"));
});

test("whole numbers reach both ends and nothing beyond", () => {
  const random = seededRandom(1, "ends");
  const seen = new Set(Array.from({ length: 200 }, () => random.between(3, 5)));
  expect(seen).toEqual(new Set([3, 4, 5]));
});

test("a chance of a quarter comes about a quarter of the time", () => {
  const random = seededRandom(1, "chance");
  const hits = Array.from({ length: 4_000 }, () => random.chance(0.25)).filter(Boolean).length;
  expect(hits).toBeGreaterThan(900);
  expect(hits).toBeLessThan(1_100);
});
