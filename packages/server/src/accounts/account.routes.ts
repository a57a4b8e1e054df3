import type { FastifyReply, FastifyRequest } from "fastify";
import type { AppContext, Feature } from "../app-context.ts";
import { callerOf } from "../http/caller.ts";
import { SESSION_COOKIE } from "../http/find-credential.ts";
import { PUBLIC, STAFF } from "../http/roles.ts";
import { refuseOtherSites } from "../http/same-origin.ts";
import { schemaOf } from "../http/schema-of.ts";
import { endSession } from "./end-session.ts";
import { readSession, readUser } from "./read-account.ts";
import { register } from "./register.ts";
import { type SignedIn, signIn } from "./sign-in.ts";

const DAY_SECONDS = 86_400;

/** Registering, signing in and out, by token and by the till's cookie session. */
export const accountRoutes: Feature = (app, context) => {
  app.post(
    "/api/register/",
    { config: { roles: PUBLIC }, schema: schemaOf("POST /api/register/") },
    async (request, reply) => reply.code(201).send(await register(context, request.body, request.ip)),
  );
  app.post("/api/login/", { config: { roles: PUBLIC }, schema: schemaOf("POST /api/login/") }, async (request) => {
    const { username, password, shop, device_name: deviceName = "" } = request.body;
    const { secret, user } = await signIn(context, {
      kind: "api",
      username,
      password,
      shop,
      deviceName,
      address: request.ip,
    });
    return { token: secret, username: user.username };
  });
  app.post(
    "/api/logout/",
    { config: { roles: STAFF }, schema: schemaOf("POST /api/logout/") },
    async (request, reply) => {
      await signOut(context, request, reply);
      return { message: "Signed out." };
    },
  );
  app.get("/api/user/", { config: { roles: STAFF }, schema: schemaOf("GET /api/user/") }, async (request) =>
    readUser(context, callerOf(request)),
  );
  app.post(
    "/api/session/",
    { config: { roles: PUBLIC }, schema: schemaOf("POST /api/session/") },
    async (request, reply) => {
      refuseOtherSites(request);
      const { username, password, shop, device_name: deviceName = "" } = request.body;
      const attempt = { kind: "session", username, password, shop, deviceName, address: request.ip } as const;
      const signedIn = await signIn(context, attempt);
      setSessionCookie(context, request, reply, signedIn);
      return await readSession(context, { userId: signedIn.user.id, shopId: signedIn.shopId });
    },
  );
  app.get("/api/session/", { config: { roles: STAFF }, schema: schemaOf("GET /api/session/") }, async (request) =>
    readSession(context, callerOf(request)),
  );
  app.delete(
    "/api/session/",
    { config: { roles: STAFF }, schema: schemaOf("DELETE /api/session/") },
    async (request, reply) => {
      await signOut(context, request, reply);
      return reply.code(204).send();
    },
  );
};

async function signOut(context: AppContext, request: FastifyRequest, reply: FastifyReply): Promise<void> {
  const caller = callerOf(request);
  await endSession(context, caller);
  if (caller.credential === "cookie") reply.clearCookie(SESSION_COOKIE, { path: "/" });
}

function setSessionCookie(
  context: AppContext,
  request: FastifyRequest,
  reply: FastifyReply,
  { secret }: SignedIn,
): void {
  reply.setCookie(SESSION_COOKIE, secret, {
    path: "/",
    httpOnly: true,
    sameSite: "lax",
    secure: request.protocol === "https",
    maxAge: context.config.sessionDays * DAY_SECONDS,
  });
}
