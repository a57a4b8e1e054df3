import { sha256Hex } from "@duka/domain";
import type { ClockReading } from "@duka/protocol";
import type { Allocation } from "../outbox/outbox.ts";
import type { OutboxRecord } from "../outbox/outbox-record.ts";
import { SALE_BODY_VERSION } from "./sale-body.ts";
import type { CheckedSale } from "./check-sale.ts";

export interface NewRecordFacts {
  readonly id: string;
  readonly allocation: Allocation;
  readonly clock: ClockReading;
  readonly sale: CheckedSale;
  readonly currencyExponent: number;
}

/** A sale as a fact of the outbox: its body is frozen here and never written again. */
export function newSaleRecord({ id, allocation, clock, sale, currencyExponent }: NewRecordFacts): OutboxRecord {
  return {
    id,
    kind: "sale",
    v: SALE_BODY_VERSION,
    body: sale.body,
    sha256: sha256Hex(sale.body),
    incarnation: allocation.incarnation,
    deviceSeq: allocation.deviceSeq,
    lane: `sale:${id}`,
    occurredAtMs: clock.device_time_ms,
    clock,
    state: "queued",
    attempts: 0,
    sendAlone: false,
    nextAttemptAtMs: 0,
    valueMinor: sale.totalMinor,
    currencyExponent,
  };
}
