import { expect, test } from "vitest";
import type { FaultPlan } from "../fault-plan.ts";
import { faultPlan } from "../fault-plan.ts";
import { seededRandom } from "../seeded-random.ts";
import { type LinkFault, unreliableTransport } from "./unreliable-transport.ts";

const CALM = faultPlan({ invoices: 1, tills: 1, isCalm: true });
const REQUEST = { method: "GET", path: "/", headers: {}, deadlineMs: 1_000 } as const;
const ANSWER = { status: 200, headers: () => undefined, text: "done" };

function linkWith(changes: Partial<FaultPlan>) {
  const faults: LinkFault[] = [];
  const state = { sent: 0, isSettled: false };
  const transport = unreliableTransport(
    {
      async send() {
        state.sent += 1;
        return ANSWER;
      },
    },
    {
      plan: { ...CALM, ...changes },
      random: seededRandom(1, "link"),
      isSettled: () => state.isSettled,
      onFault: (fault) => faults.push(fault),
    },
  );
  return { transport, faults, state };
}

test("a calm link answers", async () => {
  const { transport, faults } = linkWith({});
  expect(await transport.send(REQUEST)).toBe(ANSWER);
  expect(faults).toEqual([]);
});

test("a lost request never reaches the server, a lost answer does", async () => {
  const down = linkWith({ linkLoss: 1, lostRequestsMax: 1 });
  await expect(down.transport.send(REQUEST)).rejects.toThrow("is down");
  expect([down.state.sent, down.faults]).toEqual([0, ["lost request"]]);
  const deaf = linkWith({ lostAnswer: 1 });
  await expect(deaf.transport.send(REQUEST)).rejects.toThrow("lost the answer");
  expect([deaf.state.sent, deaf.faults]).toEqual([1, ["lost answer"]]);
});

test("a doubled request reaches the server twice", async () => {
  const { transport, state } = linkWith({ doubledRequest: 1 });
  expect(await transport.send(REQUEST)).toBe(ANSWER);
  expect(state.sent).toBe(2);
});

test("a captive portal answers 200 in the server's place", async () => {
  const { transport, state } = linkWith({ captivePortal: 1 });
  expect(await transport.send(REQUEST)).toMatchObject({ status: 200, text: expect.stringContaining("FreeWifi") });
  expect(state.sent).toBe(0);
});

test("once settled, nothing goes wrong any more", async () => {
  const { transport, state, faults } = linkWith({ linkLoss: 1, lostRequestsMax: 1, lostAnswer: 1 });
  state.isSettled = true;
  expect(await transport.send(REQUEST)).toBe(ANSWER);
  expect(faults).toEqual([]);
});
