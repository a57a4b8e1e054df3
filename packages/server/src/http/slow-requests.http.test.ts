import { connect } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openTestApp, type TestApp } from "../testing/open-test-app.ts";

let opened: TestApp;
let port: number;
beforeAll(async () => {
  opened = await openTestApp({ config: { headersTimeoutMs: 1_000, requestTimeoutMs: 1_500 } });
  await opened.app.listen({ port: 0, host: "127.0.0.1" });
  const address = opened.app.server.address();
  port = typeof address === "object" && address !== null ? address.port : 0;
});
afterAll(async () => opened.close());

const SLOW = {
  "headers that do not end": "GET /health/ HTTP/1.1\r\nHost: duka\r\nX-Slow: ",
  "a body that does not come":
    "POST /api/login/ HTTP/1.1\r\nHost: duka\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{",
};

test.each(Object.entries(SLOW))("%s: 408, and the connection ends within seconds", async (_name, bytes) => {
  const answer = await sendAndListen(bytes);
  expect(answer).toContain("HTTP/1.1 408 Request Timeout");
  expect(answer).toContain('"code":"request_timeout"');
});

test("bytes that are no HTTP get a problem document and the end of the connection", async () => {
  const answer = await sendAndListen("EHLO duka\r\n\r\n");
  expect(answer).toContain("HTTP/1.1 400 Bad Request");
  expect(answer).toContain("application/problem+json");
});

/** What the server says until it closes the connection. */
async function sendAndListen(bytes: string): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  let received = "";
  const socket = connect(port, "127.0.0.1", () => socket.write(bytes));
  socket.setEncoding("utf8");
  socket.on("data", (chunk) => {
    received += String(chunk);
  });
  socket.on("close", () => resolve(received));
  socket.on("error", reject);
  return await promise;
}
