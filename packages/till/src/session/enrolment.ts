import { STRICT, type TillDatabase } from "../storage/till-database.ts";

export type Role = "owner" | "manager" | "cashier";

/**
 * What the till knows by heart after the first sign-in: enough to start and sell with no network and no session.
 * It holds no secret; the device's credential is a cookie that no script can read.
 */
export type Enrolment = {
  readonly shop: {
    readonly id: string;
    readonly name: string;
    readonly currency: string;
    readonly timeZone: string;
  };
  readonly user: { readonly id: number; readonly username: string; readonly role: Role };
  readonly device: { readonly id: string; readonly name: string };
};

const CURRENT = "current";

export async function loadEnrolment(database: TillDatabase): Promise<Enrolment | undefined> {
  return database.get("enrolment", CURRENT);
}

export async function saveEnrolment(database: TillDatabase, enrolment: Enrolment): Promise<void> {
  const transaction = database.transaction("enrolment", "readwrite", STRICT);
  await Promise.all([transaction.store.put(enrolment, CURRENT), transaction.done]);
}

/** Forgets who is signed in. The outbox and the device's id stay, so that signing in again goes on where it was. */
export async function forgetEnrolment(database: TillDatabase): Promise<void> {
  const transaction = database.transaction("enrolment", "readwrite", STRICT);
  await Promise.all([transaction.store.delete(CURRENT), transaction.done]);
}

/** This browser's device id in a shop: minted once, then the same for ever. */
export async function deviceIdFor(database: TillDatabase, shopId: string, newId: () => string): Promise<string> {
  const transaction = database.transaction("devices", "readwrite", STRICT);
  const known = await transaction.store.get(shopId);
  const id = known ?? newId();
  if (known === undefined) await transaction.store.put(id, shopId);
  await transaction.done;
  return id;
}
