import {
  loginAnswer,
  loginRequest,
  registerAnswer,
  registerRequest,
  sessionAnswer,
  userAnswer,
} from "@duka/protocol/schemas";
import type { FastifyReply, FastifyRequest } from "fastify";
import type { AppContext, Feature } from "../app-context.ts";
import { callerOf } from "../http/caller.ts";
import { SESSION_COOKIE } from "../http/find-credential.ts";
import { PUBLIC, STAFF } from "../http/roles.ts";
import { refuseOtherSites } from "../http/same-origin.ts";
import { endSession } from "./end-session.ts";
import { readSession, readUser } from "./read-account.ts";
import { register } from "./register.ts";
import { type SignedIn, signIn } from "./sign-in.ts";

const DAY_SECONDS = 86_400;

/** Registering, signing in and out, by token and by the till's cookie session. */
export const accountRoutes: Feature = (app, context) => {
  app.post(
    "/api/register/",
    { config: { roles: PUBLIC }, schema: { body: registerRequest, response: { 201: registerAnswer } } },
    async (request, reply) => reply.code(201).send(await register(context, request.body, request.ip)),
  );
  app.post(
    "/api/login/",
    { config: { roles: PUBLIC }, schema: { body: loginRequest, response: { 200: loginAnswer } } },
    async (request) => {
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
    },
  );
  app.post("/api/logout/", { config: { roles: STAFF } }, async (request, reply) => {
    await signOut(context, request, reply);
    return { message: "Signed out." };
  });
  app.get("/api/user/", { config: { roles: STAFF }, schema: { response: { 200: userAnswer } } }, async (request) =>
    readUser(context, callerOf(request)),
  );
  app.post(
    "/api/session/",
    { config: { roles: PUBLIC }, schema: { body: loginRequest, response: { 200: sessionAnswer } } },
    async (request, reply) => {
      refuseOtherSites(request);
      const { username, password, shop, device_name: deviceName = "" } = request.body;
      const attempt = { kind: "session", username, password, shop, deviceName, address: request.ip } as const;
      const signedIn = await signIn(context, attempt);
      setSessionCookie(context, request, reply, signedIn);
      return await readSession(context, { userId: signedIn.user.id, shopId: signedIn.shopId });
    },
  );
  app.get(
    "/api/session/",
    { config: { roles: STAFF }, schema: { response: { 200: sessionAnswer } } },
    async (request) => readSession(context, callerOf(request)),
  );
  app.delete("/api/session/", { config: { roles: STAFF } }, async (request, reply) => {
    await signOut(context, request, reply);
    return reply.code(204).send();
  });
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
