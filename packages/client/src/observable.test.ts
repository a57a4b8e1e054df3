import { expect, test, vi } from "vitest";
import { createObservable } from "./observable.ts";

test("listeners hear every change until they stop listening", () => {
  const value = createObservable(1);
  const heard: number[] = [];
  const stop = value.subscribe((next) => heard.push(next));
  value.set(2);
  value.set(3);
  stop();
  value.set(4);
  expect(heard).toEqual([2, 3]);
  expect(value.get()).toBe(4);
});

test("a listener that throws keeps nobody else from hearing, and its error is not swallowed", () => {
  const later = vi.spyOn(globalThis, "queueMicrotask").mockImplementation(() => undefined);
  const value = createObservable(1);
  const heard: number[] = [];
  value.subscribe(() => {
    throw new Error("a broken screen");
  });
  value.subscribe((next) => heard.push(next));
  value.set(2);
  expect(heard).toEqual([2]);
  expect(later.mock.calls[0]?.[0]).toThrow(/a broken screen/);
  later.mockRestore();
});
