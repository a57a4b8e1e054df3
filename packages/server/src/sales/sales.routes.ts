import { assert } from "@duka/domain";
import type { FastifyRequest } from "fastify";
import type { AppContext, Feature } from "../app-context.ts";
import { newUuid } from "../environment.ts";
import { callerOf } from "../http/caller.ts";
import { limitOf, nextPageLink, pathId } from "../http/request-values.ts";
import { STAFF } from "../http/roles.ts";
import { schemaOf } from "../http/schema-of.ts";
import { findSaleByExternalId, findSaleById, readRecordedSale } from "./find-sale.ts";
import { listSales } from "./list-sales.ts";
import { readCurrencyExponent } from "./read-currency-exponent.ts";
import { readSaleRequest, type SaleRequestScope } from "./read-sale-request.ts";
import { recordBatch } from "./record-batch.ts";
import { salesRecorder } from "./record-sales.ts";
import { malformedSale, saleFailure } from "./sale-failure.ts";

const LIMIT_BOUNDS = { default: 50, max: 200 };
const STAFF_ONLY = { roles: STAFF };

/** Selling: one sale, a batch, and looking sales up. Sales are append-only: other methods are 405. */
export const saleRoutes: Feature = (app, context) => {
  const { db, clock, logger } = context;
  const recorder = salesRecorder({
    database: db,
    nowMs: clock.nowMs,
    reportHalving: (error, saleCount) =>
      logger.warn({ err: error, sale_count: saleCount }, "a bulk write of sales broke"),
  });
  app.addHook("onClose", () => recorder.idle());

  app.post("/api/sales/", { config: STAFF_ONLY, schema: schemaOf("POST /api/sales/") }, async (request, reply) => {
    const { shopId } = callerOf(request);
    const read = readSaleRequest(request.body, await requestScope(context, request));
    if (!read.ok) throw malformedSale(read.error);
    const [outcome] = await recorder.record({ shopId, sales: [read.value] });
    assert(outcome !== undefined, "one sale has one outcome");
    if (outcome.status !== "created" && outcome.status !== "duplicate") throw saleFailure(outcome);
    const answer = await readRecordedSale(db, shopId, outcome.saleId);
    return reply.code(outcome.status === "created" ? 201 : 200).send(answer);
  });
  app.post(
    "/api/sales/batch/",
    {
      config: STAFF_ONLY,
      schema: schemaOf("POST /api/sales/batch/"),
    },
    async (request, reply) => {
      const { shopId } = callerOf(request);
      const reportBrokenSale = (externalId: string, error: unknown) =>
        request.log.error({ err: error, external_id: externalId }, "a sale broke the server");
      const scope = { ...(await requestScope(context, request)), shopId, reportBrokenSale };
      const answer = await recordBatch(recorder, request.body, scope);
      return reply.code(answer.failed === 0 ? 200 : 207).send(answer);
    },
  );
  app.get("/api/sales/", { config: STAFF_ONLY, schema: schemaOf("GET /api/sales/") }, async (request, reply) => {
    const limit = limitOf(request.query.limit, LIMIT_BOUNDS);
    const page = await listSales(db, callerOf(request), { query: request.query, limit });
    if (page.nextCursor !== undefined) {
      reply.header("link", nextPageLink(request.url, { cursor: page.nextCursor }));
    }
    return [...page.sales];
  });
  app.get("/api/sales/:id/", { config: STAFF_ONLY, schema: schemaOf("GET /api/sales/:id/") }, (request) =>
    findSaleById(db, callerOf(request), pathId(request.params.id)),
  );
  app.get(
    "/api/sales/by_external_id/:external_id/",
    { config: STAFF_ONLY, schema: schemaOf("GET /api/sales/by_external_id/:external_id/") },
    (request) => findSaleByExternalId(db, callerOf(request), request.params.external_id),
  );
};

async function requestScope({ db, clock, random }: AppContext, request: FastifyRequest): Promise<SaleRequestScope> {
  const { shopId, userId } = callerOf(request);
  return {
    receivedAtMs: clock.nowMs(),
    currencyExponent: await readCurrencyExponent(db, shopId),
    userId,
    newId: () => newUuid(clock, random),
  };
}
