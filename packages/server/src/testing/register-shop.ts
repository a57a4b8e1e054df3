import type { DukaApp } from "../http/typings.ts";
import { callAs } from "./call-as.ts";

export type TestShop = {
  readonly token: string;
  readonly userId: number;
  readonly username: string;
  readonly shopId: string;
};

export const TEST_PASSWORD = "correct horse battery";
let registered = 0;

/** Registers a person with a shop through the API; the token is the owner's. */
export async function registerShop(app: DukaApp, fields: Readonly<Record<string, unknown>> = {}): Promise<TestShop> {
  registered += 1;
  const username = `owner-${registered}`;
  const body = { username, email: `${username}@example.com`, password: TEST_PASSWORD, currency: "KES", ...fields };
  const answer = await app.inject({ method: "POST", url: "/api/register/", payload: body });
  if (answer.statusCode !== 201) throw new Error(`Registering failed: ${answer.statusCode} ${answer.body}`);
  const { token, user } = answer.json<{ token: string; user: { id: number; username: string } }>();
  const account = await callAs(app, token, "GET", "/api/user/");
  const { shop } = account.json<{ shop: { id: string } }>();
  return { token, userId: user.id, username: user.username, shopId: shop.id };
}
