import type { PullAck } from "@duka/protocol";
import { describe, expect, test } from "vitest";
import { TEST_INCARNATION, testId, testRecord } from "../testing/sale-drafts.ts";
import { ownSalesOf, unseenThousandths } from "./own-sales.ts";

const uid = testId(0xaa);
const bodyOf = (...items: object[]): string => JSON.stringify({ items });
const sales = ownSalesOf([
  testRecord(1, { body: bodyOf({ product: 12, quantity: "1.5", unit_price: "1" }) }),
  testRecord(2, { body: bodyOf({ product: 12, quantity: "2", unit_price: "1" }, { product: 13, quantity: "9" }) }),
  testRecord(4, { body: bodyOf({ product_data: { uid, name: "New" }, quantity: "0.25", unit_price: "1" }) }),
]);
const ack = (
  through: number,
  extra: [number, number][] = [],
  incarnation: string | null = TEST_INCARNATION,
): PullAck => ({
  incarnation,
  contiguous_device_seq: through,
  extra,
});
const unseen = (...acks: (PullAck | undefined)[]): number => unseenThousandths(sales, { id: 12, uid }, acks);

describe("what the server's figure does not include yet", () => {
  test("is everything, for a server that never heard of this outbox", () => {
    expect(unseen()).toBe(3_750);
    expect(unseen(undefined, ack(9, [], null))).toBe(3_750);
    expect(unseen(ack(9, [], testId(1)))).toBe(3_750);
  });

  test("ends at the acknowledgement, holes included", () => {
    expect(unseen(ack(1))).toBe(2_250);
    expect(unseen(ack(1, [[4, 6]]))).toBe(2_000);
    expect(unseen(ack(4))).toBe(0);
  });

  test("goes by the later of the row's own acknowledgement and that of the whole cache", () => {
    expect(unseen(ack(1), ack(2))).toBe(250);
    expect(unseen(ack(2), ack(1))).toBe(250);
  });
});
