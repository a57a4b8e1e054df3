import type { Transport, TransportAnswer, TransportRequest } from "@duka/client";
import type { FaultPlan } from "../fault-plan.ts";
import type { SeededRandom } from "../seeded-random.ts";

/** What happened to the requests of one process, for the summary. */
export type LinkCounts = {
  requests: number;
  lostRequests: number;
  lostAnswers: number;
  doubledRequests: number;
  captivePortals: number;
};

const PORTAL_PAGE = "<!doctype html><title>Welcome to FreeWifi</title><p>Accept the terms to go on.";

/** A transport over a bad link. `isSettled` ends the faults: then everything must converge. */
export function unreliableTransport(
  transport: Transport,
  link: { readonly plan: FaultPlan; readonly random: SeededRandom; readonly isSettled: () => boolean },
): { readonly transport: Transport; readonly counts: LinkCounts } {
  const { plan, random } = link;
  const counts: LinkCounts = { requests: 0, lostRequests: 0, lostAnswers: 0, doubledRequests: 0, captivePortals: 0 };
  let lossesLeft = 0;

  const send = async (request: TransportRequest): Promise<TransportAnswer> => {
    counts.requests += 1;
    if (link.isSettled()) return transport.send(request);
    if (lossesLeft === 0 && random.chance(plan.linkLoss)) lossesLeft = random.between(1, plan.lostRequestsMax);
    if (lossesLeft > 0) {
      lossesLeft -= 1;
      counts.lostRequests += 1;
      throw new Error("The replay's link is down.");
    }
    if (random.chance(plan.captivePortal)) {
      counts.captivePortals += 1;
      return { status: 200, headers: portalHeader, text: PORTAL_PAGE };
    }
    return sendThrough(request);
  };

  const sendThrough = async (request: TransportRequest): Promise<TransportAnswer> => {
    if (random.chance(plan.doubledRequest)) {
      counts.doubledRequests += 1;
      await transport.send(request);
    }
    const answer = await transport.send(request);
    if (random.chance(plan.lostAnswer)) {
      counts.lostAnswers += 1;
      throw new Error("The replay's link lost the answer.");
    }
    return answer;
  };

  return { transport: { send }, counts };
}

function portalHeader(name: string): string | undefined {
  return name.toLowerCase() === "content-type" ? "text/html" : undefined;
}
