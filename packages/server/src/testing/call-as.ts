import type { LightMyRequestResponse } from "fastify";
import type { DukaApp } from "../http/typings.ts";

type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";

/** One request with a token; a body goes as JSON. */
export async function callAs(
  app: DukaApp,
  token: string,
  ...[method, url, payload]: readonly [method: Method, url: string, payload?: object | string]
): Promise<LightMyRequestResponse> {
  return await app.inject({
    method,
    url,
    headers: {
      authorization: `Token ${token}`,
      ...(payload === undefined ? {} : { "content-type": "application/json" }),
    },
    ...(payload === undefined ? {} : { payload: typeof payload === "string" ? payload : JSON.stringify(payload) }),
  });
}
