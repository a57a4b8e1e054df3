import { describe, expect, test } from "vitest";
import { answerOf, problemOf, pushResponse } from "../testing/push-answers.ts";
import { testId } from "../testing/sale-drafts.ts";
import { classifyAnswer } from "./classify-answer.ts";

const asked = { batchId: testId(1), ids: [testId(11), testId(12)] };
const good = pushResponse(testId(1), [
  { id: testId(11), status: "created", sale_id: 7 },
  { id: testId(12), status: "duplicate" },
]);
const classify = (answer: Parameters<typeof classifyAnswer>[0]) => classifyAnswer(answer, asked, 1_000);

test("an answer with a result for every item is an answer", () => {
  expect(classify(answerOf(200, good))).toEqual({ kind: "answered", response: good });
});

test("fields of a later server are let through", () => {
  expect(classify(answerOf(200, { ...good, news: true })).kind).toBe("answered");
});

describe("it is not known what happened when", () => {
  const [first, second] = good.results;
  test.each<[string, unknown]>([
    ["a portal answers with a page", "<html>Welcome to Hotel Wi-Fi</html>"],
    ["the JSON is cut short", JSON.stringify(good).slice(0, -9)],
    ["the answer is to another request", { ...good, request_id: testId(2) }],
    ["the protocol is another", { ...good, protocol: 2 }],
    ["a result is missing", { ...good, results: [first] }],
    ["there is one result too many", { ...good, results: [first, second, second] }],
    ["the results are in another order", { ...good, results: [second, first] }],
    ["a status is unknown", { ...good, results: [first, { ...second, status: "done" }] }],
    ["a result is no object", { ...good, results: [first, null] }],
    ["the missing ranges are no ranges", { ...good, missing: [[3, 1]] }],
    ["the answer is a list", [good]],
    ["the server's time is missing", { ...good, server_time_ms: undefined }],
  ])("%s", (_name, body) => {
    expect(classify(answerOf(200, body)).kind).toBe("unknown");
  });

  test("a right answer comes under a wrong content type", () => {
    expect(classify(answerOf(200, good, { "content-type": "text/html" })).kind).toBe("unknown");
  });

  test.each([201, 204, 302, 500, 502, 504, 599, 408, 425])("the status is %i", (status) => {
    expect(classify(answerOf(status, good)).kind).toBe("unknown");
  });

  test.each([400, 403, 404, 426])("something that is not Duka says %i", (status) => {
    expect(classify(answerOf(status, "<html></html>", { "content-type": "text/html" })).kind).toBe("unknown");
  });
});

describe("a person is needed", () => {
  test.each([
    [401, "sign_in"],
    [403, "revoked"],
    [426, "update"],
  ])("on %i, to %s", (status, reason) => {
    expect(classify(problemOf(status, "Because."))).toEqual({ kind: "held", hold: { reason, detail: "Because." } });
  });

  test("to sign in also when the 401 has no JSON", () => {
    expect(classify(answerOf(401, "", { "content-type": "text/plain" })).kind).toBe("held");
  });
});

test.each([429, 503])("%i means to wait, at least as long as it says", (status) => {
  expect(classify(answerOf(status, {}, { "retry-after": "7" }))).toMatchObject({ kind: "wait", retryAfterMs: 7_000 });
  expect(classify(answerOf(status, {}))).toMatchObject({ kind: "wait", retryAfterMs: undefined });
});

test("413 means to send less, whoever says it", () => {
  expect(classify(answerOf(413, "<html></html>", { "content-type": "text/html" })).kind).toBe("too_large");
});

test.each([400, 404, 409, 415, 422])("%i from Duka is about what was sent", (status) => {
  expect(classify(problemOf(status, "No."))).toEqual({ kind: "refused", detail: "No." });
});
