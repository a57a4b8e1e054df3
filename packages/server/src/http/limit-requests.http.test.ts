import { afterEach, expect, test } from "vitest";
import { openTestApp, type TestApp } from "../testing/open-test-app.ts";

const REQUESTS_MAX = 5;
let opened: TestApp;
afterEach(async () => opened.close());

const ask = async (remoteAddress: string) => opened.app.inject({ method: "GET", url: "/health/", remoteAddress });

test("answers say how much is left, and the one too many when to come back", async () => {
  opened = await openTestApp({ config: { requestsPerMinuteMax: REQUESTS_MAX } });
  const first = await ask("192.0.2.1");
  expect(first.headers).toMatchObject({ "ratelimit-limit": "5", "ratelimit-remaining": "4" });
  expect(Number(first.headers["ratelimit-reset"])).toBeGreaterThan(0);
  for (let left = REQUESTS_MAX - 2; left >= 0; left -= 1) {
    const answer = await ask("192.0.2.1");
    expect([answer.statusCode, answer.headers["ratelimit-remaining"]]).toEqual([200, String(left)]);
  }
  const refused = await ask("192.0.2.1");
  expect(refused.statusCode).toBe(429);
  expect(refused.json()).toMatchObject({ code: "too_many_requests" });
  expect(Number(refused.headers["retry-after"])).toBeGreaterThan(0);
  expect((await ask("192.0.2.2")).statusCode).toBe(200);
});

test("the limit can be switched off", async () => {
  opened = await openTestApp({ config: { requestsPerMinuteMax: 0 } });
  expect((await ask("192.0.2.1")).headers).not.toHaveProperty("ratelimit-limit");
});
