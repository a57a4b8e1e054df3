import type { Timers } from "../environment/environment.ts";
import type { Transport, TransportAnswer, TransportRequest } from "../environment/transport.ts";
import type { FakeServer } from "./fake-server.ts";
import { answerOf } from "./push-answers.ts";
import type { SeededRandom } from "./seeded-random.ts";

/** How likely each trouble is on one request; all zero is a good link. */
export interface LinkFaults {
  readonly dropped: number;
  readonly answerLost: number;
  readonly deliveredTwice: number;
  readonly portalPage: number;
  readonly cutShort: number;
  readonly unavailable: number;
  readonly badGateway: number;
  readonly neverAnswered: number;
}

export const GOOD_LINK: LinkFaults = {
  dropped: 0,
  answerLost: 0,
  deliveredTwice: 0,
  portalPage: 0,
  cutShort: 0,
  unavailable: 0,
  badGateway: 0,
  neverAnswered: 0,
};

export interface FakeLink extends Transport {
  faults: LinkFaults;
  /** Nothing gets through at all. */
  isDown: boolean;
  latencyMs: number;
}

/** The way between a till and the fake server, as bad as asked for. */
export function createFakeLink(server: FakeServer, timers: Timers, random: SeededRandom): FakeLink {
  const link: FakeLink = {
    faults: GOOD_LINK,
    isDown: false,
    latencyMs: 50,
    async send(request) {
      await wait(timers, link.latencyMs);
      return deliver(link, { server, random, request });
    },
  };
  return link;
}

async function deliver(
  { faults, isDown }: FakeLink,
  { server, random, request }: { server: FakeServer; random: SeededRandom; request: TransportRequest },
): Promise<TransportAnswer> {
  if (isDown || random.chance(faults.dropped)) throw new TypeError("Failed to fetch");
  if (random.chance(faults.portalPage)) return answerOf(200, "<html>Wi-Fi</html>", { "content-type": "text/html" });
  if (random.chance(faults.unavailable)) return answerOf(503, "", { "retry-after": "3" });
  if (random.chance(faults.deliveredTwice)) server.handle(request);
  const answer = server.handle(request);
  if (random.chance(faults.neverAnswered)) return new Promise(() => undefined);
  if (random.chance(faults.answerLost)) throw new TypeError("network changed");
  if (random.chance(faults.badGateway))
    return answerOf(502, "<html>Bad gateway</html>", { "content-type": "text/html" });
  if (random.chance(faults.cutShort)) return { ...answer, text: answer.text.slice(0, -7) };
  return answer;
}

function wait(timers: Timers, ms: number): Promise<void> {
  return new Promise((resolve) => {
    timers.set(ms, resolve);
  });
}
