import type { FastifyBaseLogger } from "fastify";
import type { Config } from "./config.ts";
import type { Database } from "./database/schema.ts";
import type { Clock, Random } from "./environment.ts";
import type { DukaApp } from "./http/typings.ts";

/** What every feature is given. Nothing here is shared with other processes; the database is. */
export type AppContext = {
  readonly config: Config;
  readonly db: Database;
  readonly clock: Clock;
  readonly random: Random;
  readonly logger: FastifyBaseLogger;
  readonly lifecycle: Lifecycle;
};

/** Whether the server is on its way out: `/ready/` then says so before connections are refused. */
export type Lifecycle = { isDraining: boolean };

/**
 * A feature adds its routes. It keeps no state but what it makes here, and ends it in an `onClose` hook.
 *
 * Conventions, so that all features read alike:
 * - `*.routes.ts` exports one `Feature`; a route declares `config: { roles }` (http/roles.ts) and `schema: schemaOf("GET /…/")`, its
 *   entry in the table of operations (packages/protocol/src/operations), which also documents it. It is written with the
 *   trailing slash, and served without it too.
 * - The caller is `callerOf(request)`; everything it touches is in `caller.shopId`, through `inShopRead` or `inShopTransaction`.
 * - A refusal or failure is `throw new AppError(code, sentence)`; a wrong field `invalidField(path, code, sentence)`.
 * - Numbers in paths and queries are texts: `pathId`, `limitOf`, `integerOf`; lists end in `nextPageLink`.
 * - Schemas of answers are documentation: answers are written by JSON.stringify as they are.
 */
export type Feature = (app: DukaApp, context: AppContext) => void;
