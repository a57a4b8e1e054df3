import cookie from "@fastify/cookie";
import cors from "@fastify/cors";
import fastify, { type FastifyBaseLogger, LogController } from "fastify";
import { accountRoutes } from "./accounts/account.routes.ts";
import { deviceRoutes } from "./accounts/devices/device.routes.ts";
import { identifyCaller } from "./accounts/identify-caller.ts";
import { memberRoutes } from "./accounts/members/member.routes.ts";
import { shopRoutes } from "./accounts/shop/shop.routes.ts";
import { alertRoutes } from "./alerts/alert.routes.ts";
import type { AppContext, Feature, Lifecycle } from "./app-context.ts";
import { importRoutes } from "./catalogue/import/import.routes.ts";
import { productRoutes } from "./catalogue/product.routes.ts";
import type { Config } from "./config.ts";
import type { Database } from "./database/schema.ts";
import { docsRoutes } from "./docs/docs.routes.ts";
import { documentApi } from "./docs/document-api.ts";
import { type Clock, newUuid, type Random } from "./environment.ts";
import { healthRoutes } from "./health/health.routes.ts";
import { answerDamagedRequests } from "./http/answer-damaged-requests.ts";
import { authoriseRequests } from "./http/authorise.ts";
import { compressAnswers } from "./http/compress-answers.ts";
import { answerUnchanged } from "./http/entity-tags.ts";
import { acceptJsonBodies } from "./http/json-body.ts";
import { logRequests } from "./http/log-requests.ts";
import { limitRequests } from "./http/limit-requests.ts";
import { requestId } from "./http/request-id.ts";
import { respondWithProblems, sendProblem } from "./http/respond-with-problems.ts";
import { secureResponses } from "./http/secure-responses.ts";
import type { DukaApp } from "./http/typings.ts";
import { saleRoutes } from "./sales/sales.routes.ts";
import { reportRoutes } from "./reports/report.routes.ts";
import { movementRoutes } from "./stock/movement.routes.ts";
import { syncRoutes } from "./sync/sync.routes.ts";
import { tillPages } from "./web/till-pages.ts";

/** Every feature, in the order in which the docs list them. A new one adds its line here. */
const FEATURES: readonly Feature[] = [
  healthRoutes,
  accountRoutes,
  memberRoutes,
  deviceRoutes,
  shopRoutes,
  productRoutes,
  importRoutes,
  movementRoutes,
  saleRoutes,
  reportRoutes,
  alertRoutes,
  syncRoutes,
  docsRoutes,
  tillPages,
];

/** How often Node looks for connections that took too long. */
const CONNECTIONS_CHECKING_INTERVAL_MS = 1_000;
/** All that the API takes; the plugin's default stops at POST. */
const CORS_METHODS = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"];
const EXPOSED_HEADERS = ["Date", "Retry-After", "Link", "ETag", "X-Request-Id"];

export type AppOptions = {
  readonly config: Config;
  readonly database: Database;
  readonly clock: Clock;
  readonly random: Random;
  readonly logger: FastifyBaseLogger;
  readonly lifecycle?: Lifecycle;
};

/**
 * Builds the app without listening. The database must be migrated; closing the app leaves it open, for whoever opened it.
 */
export async function buildApp(options: AppOptions): Promise<DukaApp> {
  const { config, database: db, clock, random, logger, lifecycle = { isDraining: false } } = options;
  const context: AppContext = { config, db, clock, random, logger, lifecycle };
  const app = createServer(context);
  await app.register(cookie);
  if (config.corsOrigins.length > 0) {
    const allowed = { origin: [...config.corsOrigins], methods: [...CORS_METHODS] };
    await app.register(cors, { ...allowed, exposedHeaders: EXPOSED_HEADERS });
  }
  secureResponses(app);
  acceptJsonBodies(app);
  respondWithProblems(app);
  answerUnchanged(app);
  compressAnswers(app);
  logRequests(app);
  await limitRequests(app, config);
  await documentApi(app);
  authoriseRequests(app, identifyCaller(context));
  // Answers are made by our own code from typed values; their schemas are for the docs.
  app.setSerializerCompiler(() => (data) => JSON.stringify(data));
  for (const feature of FEATURES) feature(app, context);
  return app;
}

function createServer({ config, clock, random, logger }: AppContext): DukaApp {
  const app = fastify({
    loggerInstance: logger,
    // One line per request is enough: log-requests.ts.
    logController: new LogController({ disableRequestLogging: true }),
    trustProxy: config.trustsProxy,
    bodyLimit: config.bodyBytesMax,
    requestTimeout: config.requestTimeoutMs,
    http: {
      headersTimeout: config.headersTimeoutMs,
      connectionsCheckingInterval: CONNECTIONS_CHECKING_INTERVAL_MS,
    },
    forceCloseConnections: "idle",
    routerOptions: { ignoreTrailingSlash: true, ignoreDuplicateSlashes: false, maxParamLength: 200 },
    genReqId: (request) => requestId(request, () => newUuid(clock, random)),
    clientErrorHandler: answerDamagedRequests,
    frameworkErrors: (error, request, reply) => void sendProblem(reply, request, error),
    // What is sent is taken as it is or refused; Fastify's defaults would turn null into 0 and drop unknown fields.
    ajv: { customOptions: { coerceTypes: false, removeAdditional: false, useDefaults: false, strict: true } },
  });
  return app.withTypeProvider();
}
