import { randomBytes } from "node:crypto";

/** Wall-clock time, epoch milliseconds. */
export type Clock = { readonly nowMs: () => number };

/** Where chance comes from; seeded in simulations. */
export type Random = { readonly bytes: (length: number) => Uint8Array };

export const systemClock: Clock = { nowMs: () => Date.now() };
export const systemRandom: Random = { bytes: (length) => randomBytes(length) };

const SECRET_BYTES = 32;
const UUID_BYTES = 16;

/** A 256-bit secret in base64url: a token, shown once. */
export function newSecret(random: Random): string {
  return Buffer.from(random.bytes(SECRET_BYTES)).toString("base64url");
}

/** A UUIDv7: the time, then chance. */
export function newUuid(clock: Clock, random: Random): string {
  const bytes = Buffer.from(random.bytes(UUID_BYTES));
  bytes.writeUIntBE(clock.nowMs(), 0, 6);
  bytes[6] = 0x70 | ((bytes[6] ?? 0) & 0x0f);
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f);
  const hex = bytes.toString("hex");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}
