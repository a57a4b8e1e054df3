import { failure, type Result } from "@duka/domain";
import { type ApiProblem, isRecord, requestApi } from "./api-request.ts";
import type { Enrolment, Role } from "./enrolment.ts";

export type NewShop = {
  readonly shopName: string;
  readonly currency: string;
  readonly timeZone: string;
  readonly username: string;
  readonly email: string;
  readonly password: string;
};

export type Credentials = { readonly username: string; readonly password: string };

/** Who is signed in, in which shop. */
export type Session = Pick<Enrolment, "shop" | "user">;

export function registerShop(shop: NewShop): Promise<Result<unknown, ApiProblem>> {
  return requestApi({
    method: "POST",
    path: "/api/register/",
    body: {
      username: shop.username,
      email: shop.email,
      password: shop.password,
      shop_name: shop.shopName,
      currency: shop.currency,
      time_zone: shop.timeZone,
    },
  });
}

/** Signs in with a cookie that no script can read. */
export async function openSession(credentials: Credentials): Promise<Result<Session, ApiProblem>> {
  const answer = await requestApi({ method: "POST", path: "/api/session/", body: { ...credentials } });
  if (!answer.ok) return answer;
  const session = sessionOf(answer.value);
  return session === undefined ? failure({ kind: "unreachable" }) : { ok: true, value: session };
}

export function closeSession(): Promise<Result<unknown, ApiProblem>> {
  return requestApi({ method: "DELETE", path: "/api/session/" });
}

/** Makes this browser a device of the shop; its credential comes as a cookie that only the sync calls carry. */
export function enrolDevice(device: Enrolment["device"]): Promise<Result<unknown, ApiProblem>> {
  return requestApi({
    method: "POST",
    path: "/api/sync/enrol/",
    body: { device_id: device.id, device_name: device.name },
  });
}

function sessionOf(answer: unknown): Session | undefined {
  if (!isRecord(answer)) return undefined;
  const { shop, user, role } = answer;
  if (!isRecord(shop) || !isRecord(user) || !isRole(role)) return undefined;
  const { id: shopId, name, currency, time_zone: timeZone } = shop;
  const { id: userId, username } = user;
  if (typeof shopId !== "string" || typeof name !== "string" || typeof currency !== "string") return undefined;
  if (typeof timeZone !== "string" || typeof userId !== "number" || typeof username !== "string") return undefined;
  return { shop: { id: shopId, name, currency, timeZone }, user: { id: userId, username, role } };
}

function isRole(value: unknown): value is Role {
  return value === "owner" || value === "manager" || value === "cashier";
}
