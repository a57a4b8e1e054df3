import { expect, test } from "vitest";
import { enrolDevice } from "./enrol-device.ts";
import type { TransportAnswer, TransportRequest } from "./environment/transport.ts";
import { answerOf, problemOf } from "./testing/push-answers.ts";
import { TEST_DEVICE_ID, TEST_SHOP_ID, testId } from "./testing/sale-drafts.ts";

const enrolment = { deviceId: TEST_DEVICE_ID, deviceName: "Till 1" };
const enrolled = {
  device_id: TEST_DEVICE_ID,
  shop: { id: TEST_SHOP_ID, name: "Duka la Amina", currency: "KES", time_zone: "Africa/Nairobi" },
  user: { id: 3, username: "amina" },
  epoch: testId(1),
  device_token: "secret",
};
const answering = (answer: TransportAnswer) => ({ send: async () => answer });

test("an owner's device is made known and gets its credential", async () => {
  const requests: TransportRequest[] = [];
  const transport = {
    send: async (request: TransportRequest) => {
      requests.push(request);
      return answerOf(200, enrolled);
    },
  };
  expect(await enrolDevice(transport, enrolment)).toEqual(enrolled);
  expect(requests[0]).toMatchObject({
    method: "POST",
    path: "/api/sync/enrol/",
    body: JSON.stringify({ device_id: TEST_DEVICE_ID, device_name: "Till 1" }),
  });
});

test("a refusal is told in the server's words", async () => {
  const refused = enrolDevice(answering(problemOf(403, "Ask an owner.")), enrolment);
  await expect(refused).rejects.toMatchObject({ code: "server_refused", message: "Ask an owner." });
});

test("a portal's page is no enrolment", async () => {
  const refused = enrolDevice(answering(answerOf(200, "<html>")), enrolment);
  await expect(refused).rejects.toMatchObject({ code: "server_refused" });
});

test("without a connection it says that one is needed", async () => {
  const offline = { send: () => Promise.reject(new TypeError("Failed to fetch")) };
  await expect(enrolDevice(offline, enrolment)).rejects.toMatchObject({ code: "unreachable" });
});
