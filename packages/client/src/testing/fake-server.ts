import type { PulledProduct, PushItem, PushRequest, PushResponse, PushResult, SequenceRange } from "@duka/protocol";
import { pullResponse, pushRequest, pushResponse } from "@duka/protocol/schemas";
import { Compile } from "typebox/compile";
import type { TransportAnswer, TransportRequest } from "../environment/transport.ts";
import { addToRanges, contiguousThrough, rangesInclude, type SequenceRanges } from "../outbox/sequence-ranges.ts";
import { answerOf, problemOf } from "./push-answers.ts";
import { testId } from "./sale-drafts.ts";

const isPushRequest = Compile(pushRequest);
const isPushResponse = Compile(pushResponse);
const isPullResponse = Compile(pullResponse);
const ROWS_PER_PAGE = 2;

interface StoredSale {
  readonly saleId: number;
  readonly sha256: string;
  readonly body: string;
  readonly deviceSeq: number;
}

interface ServerState {
  readonly sales: ReadonlyMap<string, StoredSale>;
  /** By incarnation: the numbers that have a final answer. */
  readonly known: ReadonlyMap<string, SequenceRanges>;
  readonly products: ReadonlyMap<number, PulledProduct>;
  readonly version: number;
  readonly epoch: string;
}

/**
 * A server small enough to be believed: the other side of every test and the judge of what arrived.
 * It refuses what the schemas refuse, and breaks with an error when one number comes with two ids.
 */
export class FakeServer {
  state: ServerState;
  /** Ids on which the server falls over with a 500, whatever else is in the batch. */
  readonly poison = new Set<string>();
  /** Ids whose batch is refused with a 400. */
  readonly unacceptable = new Set<string>();
  /** Ids that are stored for the owner instead of being recorded. */
  readonly unreadable = new Set<string>();
  /** When set, the answer to every push. */
  pushAnswer: TransportAnswer | undefined;
  durableThrough: number | null = null;
  readonly pushes: PushRequest[] = [];
  readonly #nowMs: () => number;

  constructor(nowMs: () => number, products: readonly Partial<PulledProduct>[] = []) {
    this.#nowMs = nowMs;
    const rows = products.map((product, at): [number, PulledProduct] => [at + 1, productRow(at + 1, product)]);
    this.state = { sales: new Map(), known: new Map(), products: new Map(rows), version: 1, epoch: testId(0xe) };
  }

  /** Back to an earlier state, as from a backup; a new epoch says so, or nobody does. */
  restore(state: ServerState, epoch = state.epoch): void {
    this.state = { ...state, epoch };
  }

  handle(request: TransportRequest): TransportAnswer {
    if (request.path === "/api/sync/push/") return this.#push(JSON.parse(String(request.body)));
    const query = new URL(request.path, "http://server").searchParams;
    return this.#pull(query.get("cursor") ?? undefined);
  }

  #push(body: unknown): TransportAnswer {
    if (!isPushRequest.Check(body)) return problemOf(400, `not a push: ${JSON.stringify(isPushRequest.Errors(body))}`);
    this.pushes.push(body);
    if (this.pushAnswer !== undefined) return this.pushAnswer;
    if (body.items.some(({ id }) => this.poison.has(id))) return problemOf(500, "fell over");
    if (body.items.some(({ id }) => this.unacceptable.has(id))) return problemOf(400, "not acceptable");
    const missing = this.#missing(body);
    const results = body.items.map((item) => this.#record(item, body.incarnation));
    const answer: PushResponse = {
      protocol: 1,
      request_id: body.batch_id,
      epoch: this.state.epoch,
      server_time_ms: this.#nowMs(),
      contiguous_device_seq: contiguousThrough(this.state.known.get(body.incarnation) ?? []),
      durable_through: this.durableThrough,
      missing,
      results,
    };
    if (!isPushResponse.Check(answer)) throw new Error("the fake server's own answer is not one");
    return answerOf(200, answer);
  }

  #missing({ confirmed, incarnation }: PushRequest): SequenceRange[] {
    const known = this.state.known.get(incarnation) ?? [];
    let lost: SequenceRanges = [];
    for (const [from, to] of confirmed) {
      for (let number = from; number <= to; number += 1)
        if (!rangesInclude(known, number)) lost = addToRanges(lost, number);
    }
    return lost.slice(0, 50).map(([from, to]) => [from, to]);
  }

  #record(item: PushItem, incarnation: string): PushResult {
    const { sales, known } = this.state;
    const first = sales.get(item.id);
    if (first !== undefined) {
      const status = first.sha256 === item.sha256 ? "duplicate" : "mismatch";
      return { id: item.id, status, sale_id: first.saleId };
    }
    const numbers = known.get(incarnation) ?? [];
    if (rangesInclude(numbers, item.device_seq)) throw new Error(`number ${item.device_seq} was used for two facts`);
    this.state = { ...this.state, known: new Map(known).set(incarnation, addToRanges(numbers, item.device_seq)) };
    if (this.unreadable.has(item.id)) return { id: item.id, status: "quarantined", code: "unreadable", detail: "?" };
    const { sha256, body, device_seq: deviceSeq } = item;
    const sale: StoredSale = { saleId: sales.size + 1, sha256, body, deviceSeq };
    this.state = { ...this.state, sales: new Map(sales).set(item.id, sale) };
    this.#takeFromStock(item.body);
    return { id: item.id, status: "created", sale_id: sale.saleId, proof: `k1:${item.sha256}` };
  }

  #takeFromStock(body: string): void {
    const version = this.state.version + 1;
    const products = new Map(this.state.products);
    for (const line of (JSON.parse(body) as { items: { product?: number; quantity: string }[] }).items) {
      const product = products.get(line.product ?? 0);
      if (product === undefined || product.stock === null) continue;
      const stock = (Math.round(product.stock * 1_000) - Math.round(Number(line.quantity) * 1_000)) / 1_000;
      products.set(product.id, { ...product, stock, version });
    }
    this.state = { ...this.state, products, version };
  }

  #pull(cursor: string | undefined): TransportAnswer {
    const at = cursor === undefined ? { epoch: this.state.epoch, version: 0, id: 0 } : readCursor(cursor);
    if (at.epoch !== this.state.epoch || at.version > this.state.version) {
      return answerOf(410, { status: 410, code: "reset_required", detail: "Load anew." });
    }
    const ahead = [...this.state.products.values()]
      .filter((row) => row.version > at.version || (row.version === at.version && row.id > at.id))
      .toSorted((a, b) => a.version - b.version || a.id - b.id);
    const products = ahead.slice(0, ROWS_PER_PAGE);
    const last = products.at(-1) ?? at;
    const answer = {
      protocol: 1,
      epoch: this.state.epoch,
      cursor: JSON.stringify({ epoch: this.state.epoch, version: last.version, id: last.id }),
      more: ahead.length > products.length,
      head: this.state.version,
      products,
      tombstones: [],
      alerts: [],
      ack: this.#ack(),
      durable_through: this.durableThrough,
      server_time_ms: this.#nowMs(),
    };
    if (!isPullResponse.Check(answer)) throw new Error("the fake server's own page is not one");
    return answerOf(200, answer);
  }

  #ack(): { incarnation: string | null; contiguous_device_seq: number; extra: SequenceRange[] } {
    const [incarnation, ranges] = [...this.state.known].at(-1) ?? [null, []];
    const through = contiguousThrough(ranges);
    const extra = ranges.filter(([from]) => from > through).map(([from, to]): SequenceRange => [from, to]);
    return { incarnation, contiguous_device_seq: through, extra };
  }
}

function readCursor(cursor: string): { epoch: string; version: number; id: number } {
  // The fake wrote it.
  return JSON.parse(cursor) as { epoch: string; version: number; id: number };
}

function productRow(id: number, changes: Partial<PulledProduct>): PulledProduct {
  return {
    id,
    uid: testId(0xa000 + id),
    user: 1,
    sku: `SKU-${id}`,
    barcode: null,
    name: `Product ${id}`,
    description: "",
    unit_price: "3.50",
    unit: "piece",
    stock_mode: "TRACKED",
    is_volatile: false,
    stock: 100,
    reorder_level: 5,
    active: true,
    created_at: "2026-01-01T00:00:00.000Z",
    updated_at: "2026-01-01T00:00:00.000Z",
    version: 1,
    ...changes,
  };
}
