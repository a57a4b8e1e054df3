import type { FastifyReply, FastifyRequest } from "fastify";
import { AppError } from "./app-error.ts";
import { appErrorOf, PROBLEM_TYPE, problemOf } from "./problem.ts";
import { methodsAt, rememberRoutes } from "./route-table.ts";
import type { DukaApp } from "./typings.ts";

/** Every error answer of the app, in one shape. */
export function respondWithProblems(app: DukaApp): void {
  const routes = rememberRoutes(app);
  app.setErrorHandler(async (error, request, reply) => sendProblem(reply, request, error));
  app.setNotFoundHandler(async (request, reply) => {
    const methods = methodsAt(routes, request.url);
    return sendProblem(reply, request, methods.length === 0 ? routeNotFound() : methodNotAllowed(request, methods));
  });
}

/** Sends any error; what is a fault of the server is also logged. */
export function sendProblem(reply: FastifyReply, request: FastifyRequest, error: unknown): FastifyReply {
  const failure = appErrorOf(error);
  log(request, failure);
  return reply
    .code(failure.status)
    .headers({ "cache-control": "no-store", ...failure.extras.headers })
    .type(PROBLEM_TYPE)
    .send(JSON.stringify(problemOf(failure, request.id)));
}

export function routeNotFound(): AppError {
  return new AppError("route_not_found", "There is no such address here.");
}

function methodNotAllowed(request: FastifyRequest, methods: readonly string[]): AppError {
  return new AppError(
    "method_not_allowed",
    `${request.method} is not possible here. This path takes ${methods.join(", ")}.`,
    {
      headers: { allow: methods.join(", ") },
    },
  );
}

function log(request: FastifyRequest, failure: AppError): void {
  if (failure.status < 500) {
    request.log.debug({ code: failure.code }, failure.message);
  } else {
    request.log.error({ code: failure.code, err: failure.extras.cause ?? failure }, "request failed");
  }
}
