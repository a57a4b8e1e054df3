import type { Environment } from "../environment/environment.ts";
import { createFakeLink, type FakeLink } from "./fake-link.ts";
import { FakeServer } from "./fake-server.ts";
import { soapDraft } from "./sale-drafts.ts";
import { seededRandom } from "./seeded-random.ts";
import { newTestDevice, startTill, type TestDevice, type TestTill } from "./test-till.ts";
import { VirtualTime } from "./virtual-time.ts";

/** One till on one device, a link that can fail, and a server that remembers what reached it. */
export interface World {
  readonly time: VirtualTime;
  readonly server: FakeServer;
  readonly link: FakeLink;
  readonly device: TestDevice;
  start(changes?: Partial<Environment>): Promise<TestTill>;
}

export function newWorld(): World {
  const time = new VirtualTime();
  const random = seededRandom(7);
  const server = new FakeServer(() => time.clock.nowMs(), [{}, { stock: null, is_volatile: true }, { stock: 2.5 }]);
  const link = createFakeLink(server, time.timers, random);
  const device = newTestDevice();
  return {
    time,
    server,
    link,
    device,
    start: (changes = {}) => startTill({ time, random, transport: link, device, changes }),
  };
}

/** Sells that many times; the sales' ids. */
export const sell = async (till: TestTill, sales: number): Promise<string[]> => {
  const ids: string[] = [];
  for (let sale = 0; sale < sales; sale += 1) ids.push((await till.duka.recordSale(soapDraft())).id);
  return ids;
};

export const arrivedIds = ({ server }: World): string[] => [...server.state.sales.keys()];
