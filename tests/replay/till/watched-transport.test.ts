import { expect, test } from "vitest";
import { watchedTransport } from "./watched-transport.ts";

async function lossesIn(text: string): Promise<string[]> {
  const losses: string[] = [];
  const answer = { status: 200, headers: () => undefined, text };
  const transport = watchedTransport({ send: async () => answer }, (missing) => losses.push(missing));
  expect(await transport.send({ method: "POST", path: "/", headers: {}, deadlineMs: 1 })).toBe(answer);
  return losses;
}

test("ranges that the server lacks are noticed", async () => {
  expect(await lossesIn('{"protocol":1,"missing":[[3,4],[7,7]],"results":[]}')).toEqual(["[[3,4],[7,7]]"]);
});

test.each(['{"protocol":1,"missing":[],"results":[]}', "<!doctype html>", ""])("%s is no loss", async (text) => {
  expect(await lossesIn(text)).toEqual([]);
});
