import { gunzipSync } from "node:zlib";
import { expect, test } from "vitest";
import type { TransportRequest } from "../environment/transport.ts";
import { realCompress } from "../environment/platform.ts";
import { answerOf, pushResponse } from "../testing/push-answers.ts";
import { testId } from "../testing/sale-drafts.ts";
import { seededRandom } from "../testing/seeded-random.ts";
import { newTestDevice, startTill } from "../testing/test-till.ts";
import { VirtualTime } from "../testing/virtual-time.ts";
import { REQUEST_DEADLINE_MS, sendPush } from "./send-push.ts";

const asked = { batchId: testId(1), ids: [] };
const compress = realCompress ?? (() => Promise.reject(new Error("this platform has no gzip")));

async function newSender(answer: (request: TransportRequest) => Promise<ReturnType<typeof answerOf>>) {
  const time = new VirtualTime();
  const requests: TransportRequest[] = [];
  const transport = {
    send: (request: TransportRequest) => {
      requests.push(request);
      return answer(request);
    },
  };
  const till = await startTill({
    time,
    random: seededRandom(1),
    transport,
    device: newTestDevice(),
    changes: { compress },
  });
  return {
    time,
    requests,
    send: (text: string) => sendPush({ environment: till.environment, transport }, text, asked),
  };
}

test("a body above a kilobyte is compressed, a smaller one is not", async () => {
  const { requests, send } = await newSender(async () => answerOf(200, pushResponse(testId(1), [])));
  const large = `{"a":"${"x".repeat(2_000)}"}`;
  await send(large);
  await send("{}");
  const [first, second] = requests;
  expect(first?.headers["content-encoding"]).toBe("gzip");
  expect(gunzipSync(first?.body ?? "").toString()).toBe(large);
  expect(first?.body?.length).toBeLessThan(200);
  expect(second).toMatchObject({ body: "{}", headers: { "content-type": "application/json" } });
  expect(second?.headers).not.toHaveProperty("content-encoding");
});

test("a link that never answers is cut off at the deadline", async () => {
  const { time, requests, send } = await newSender(() => new Promise(() => undefined));
  const sending = send("{}");
  await time.advance(REQUEST_DEADLINE_MS - 1);
  expect(requests[0]?.signal?.aborted).toBe(false);
  await time.advance(1);
  expect(requests[0]?.signal?.aborted).toBe(true);
  expect((await sending).outcome.kind).toBe("unknown");
});

test("only a real answer says anything about the server's clock", async () => {
  const good = await newSender(async () => answerOf(200, pushResponse(testId(1), [])));
  const portal = await newSender(async () => answerOf(200, "<html>"));
  expect((await good.send("{}")).sample).toMatchObject({ errorMs: 0 });
  expect((await portal.send("{}")).sample).toBeUndefined();
});
