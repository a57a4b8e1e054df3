import { describe, expect, test } from "vitest";
import { createFakeLink, GOOD_LINK, type LinkFaults } from "./testing/fake-link.ts";
import { FakeServer } from "./testing/fake-server.ts";
import { soapDraft } from "./testing/sale-drafts.ts";
import { type SeededRandom, seededRandom } from "./testing/seeded-random.ts";
import { newTestDevice, startTill, type TestTill } from "./testing/test-till.ts";
import { VirtualTime } from "./testing/virtual-time.ts";

const SEEDS = 20;
const STEPS = 25;
/** Longer than the longest hidden back-off, the longest hold and a dead drain's lease together. */
const QUIET_MS = 40 * 60_000;
const OPENING_STOCK = 1_000;

/** Each seed draws which faults are on and how strong. */
function drawFaults(random: SeededRandom): LinkFaults {
  const draw = (): number => (random.chance(0.5) ? random.next() * 0.4 : 0);
  return {
    dropped: draw(),
    answerLost: draw(),
    deliveredTwice: draw(),
    portalPage: draw(),
    cutShort: draw(),
    unavailable: draw(),
    badGateway: draw(),
    neverAnswered: draw() / 4,
  };
}

async function simulate(seed: number) {
  const random = seededRandom(seed);
  const time = new VirtualTime();
  const server = new FakeServer(
    () => time.clock.nowMs() + 7_200_000,
    [{ stock: OPENING_STOCK }, { stock: 5 }, { stock: null, is_volatile: true }],
  );
  const link = createFakeLink(server, time.timers, random);
  link.faults = drawFaults(random);
  const device = newTestDevice();
  const world = { time, random, transport: link, device };
  /** What the cashier was told is saved, by id. */
  const told = new Map<string, number>();
  let backup = server.state;
  const restart = async (): Promise<TestTill> => {
    const till = await startTill(world);
    till.duka.start();
    return till;
  };
  const sell = async (from: TestTill): Promise<void> => {
    const line = { productId: 1, product: { name: "Soap" }, quantityThousandths: 1_000, unitPriceMinor: 350 };
    const lines = [{ ...line, quantityThousandths: 500 * (1 + random.below(4)) }];
    await from.duka.recordSale(soapDraft({ lines })).then(
      (sale) => told.set(sale.id, sale.deviceSeq),
      () => undefined,
    );
  };

  let till = await restart();
  for (let step = 0; step < STEPS; step += 1) {
    const dice = random.next();
    if (dice < 0.5) for (let sales = 1 + random.below(6); sales > 0; sales -= 1) await sell(till);
    else if (dice < 0.6) till.killAtStorageCall(1 + random.below(30));
    else if (dice < 0.65) till.kill();
    else if (dice < 0.7) link.isDown = !link.isDown;
    else if (dice < 0.75) backup = server.state;
    else if (dice < 0.78) server.restore(backup);
    else if (dice < 0.8) time.setWallBy((random.next() - 0.5) * 10 ** 8);
    else till.wake(random.chance(0.7));
    await time.advance(random.below(30_000));
    if (till.isDead()) till = await restart();
  }
  link.faults = GOOD_LINK;
  link.isDown = false;
  till.killAtStorageCall(Number.POSITIVE_INFINITY);
  till.wake();
  await time.advance(QUIET_MS);
  return { server, device, told, duka: till.duka };
}

const seeds = Array.from({ length: SEEDS }, (_, at) => at + 1);

describe("with a bad link, crashes between any two storage calls and restored servers", () => {
  test.each(seeds)("every sale that was told saved arrives exactly once (seed %i)", async (seed) => {
    const { server, device, told, duka } = await simulate(seed);
    const arrived = new Map([...server.state.sales].map(([id, sale]) => [id, sale.deviceSeq]));
    // A sale that was being saved when the device died may be there without having been told.
    for (const [id, deviceSeq] of told) expect(arrived.get(id)).toBe(deviceSeq);
    expect([...arrived.values()].toSorted((a, b) => a - b)).toEqual(
      [...device.outbox.rows.keys()].toSorted((a, b) => a - b),
    );
    expect(duka.state.get()).toMatchObject({ unsent: 0, unsentValueMinor: 0, corrupt: 0, quarantined: 0 });
    expect(duka.state.get()).toMatchObject({ completeUpTo: arrived.size, lastDeviceSeq: arrived.size });
    const soap = (await duka.catalogue.list()).find((product) => product.id === 1);
    const serverStock = server.state.products.get(1)?.stock ?? Number.NaN;
    expect(soap?.shownStockThousandths).toBe(serverStock * 1_000);
  });
});
