import { setTimeout as delay } from "node:timers/promises";
import type { Transport, TransportAnswer, TransportRequest } from "@duka/client";
import type { FaultPlan } from "../fault-plan.ts";
import type { SeededRandom } from "../seeded-random.ts";

/** What a link can do to a request. */
export const LINK_FAULTS = ["lost request", "lost answer", "doubled request", "captive portal"] as const;
export type LinkFault = (typeof LINK_FAULTS)[number];

export type Link = {
  readonly plan: FaultPlan;
  readonly random: SeededRandom;
  /** True once the link is good: from then on everything must converge. */
  readonly isSettled: () => boolean;
  readonly onFault: (fault: LinkFault) => void;
};

const PORTAL_PAGE = "<!doctype html><title>Welcome to FreeWifi</title><p>Accept the terms to go on.";

/** A transport over a bad link. */
export function unreliableTransport(transport: Transport, { plan, random, isSettled, onFault }: Link): Transport {
  let lossesLeft = 0;

  const sendThrough = async (request: TransportRequest): Promise<TransportAnswer> => {
    if (random.chance(plan.doubledRequest)) {
      onFault("doubled request");
      await Promise.race([transport.send(request), delay(random.between(0, DOUBLED_WITHIN_MS))]);
    }
    const answer = await transport.send(request);
    if (!random.chance(plan.lostAnswer)) return answer;
    onFault("lost answer");
    throw new Error("The replay's link lost the answer.");
  };

  return {
    async send(request) {
      if (isSettled()) return await transport.send(request);
      if (lossesLeft === 0 && random.chance(plan.linkLoss)) lossesLeft = random.between(1, plan.lostRequestsMax);
      if (lossesLeft > 0) {
        lossesLeft -= 1;
        onFault("lost request");
        throw new Error("The replay's link is down.");
      }
      if (!random.chance(plan.captivePortal)) return await sendThrough(request);
      onFault("captive portal");
      return { status: 200, headers: portalHeader, text: PORTAL_PAGE };
    },
  };
}

/** The second request starts while the first may still be under way, or right after it. */
const DOUBLED_WITHIN_MS = 30;

function portalHeader(name: string): string | undefined {
  return name.toLowerCase() === "content-type" ? "text/html" : undefined;
}
