import type { FastifyBaseLogger, FastifyInstance, FastifyTypeProvider, RawServerDefault } from "fastify";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Static, TSchema } from "typebox";
import type { Caller } from "./caller.ts";
import type { AllowedRoles } from "./roles.ts";

declare module "fastify" {
  interface FastifyContextConfig {
    /** Who may call the route; checked in one place (authorise.ts). */
    roles: AllowedRoles;
    /** Whether the answer gets an ETag, and If-None-Match is heeded (entity-tags.ts). */
    hasEntityTag?: true;
  }
  interface FastifyRequest {
    caller: Caller | null;
  }
}

/** Bodies and queries are what their TypeBox schemas say; answers are typed where they are made, and may be readonly. */
interface DukaTypeProvider extends FastifyTypeProvider {
  validator: this["schema"] extends TSchema ? Static<this["schema"]> : unknown;
  serializer: unknown;
}

/** Our Fastify. */
export type DukaApp = FastifyInstance<
  RawServerDefault,
  IncomingMessage,
  ServerResponse,
  FastifyBaseLogger,
  DukaTypeProvider
>;
