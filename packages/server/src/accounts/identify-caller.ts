import { sha256Hex } from "@duka/domain";
import type { AppContext } from "../app-context.ts";
import { inShopRead } from "../database/shop-transaction.ts";
import { AppError } from "../http/app-error.ts";
import type { IdentifyCaller } from "../http/authorise.ts";
import type { Caller } from "../http/caller.ts";
import { tokenExpiresAtMs } from "./issue-token.ts";
import { findToken, type TokenWithUser, touchToken } from "./tokens.queries.ts";
import { findRole } from "./users.queries.ts";

const LAST_USE_STEP_MS = 3_600_000;

/** Who a secret speaks for. Asked at every request, so that a revocation works at once. */
export function identifyCaller(context: AppContext): IdentifyCaller {
  return async ({ secret, carrier }) => {
    const token = await findToken(context.db, sha256Hex(secret));
    if (token === undefined || hasExpired(token, context.clock.nowMs())) return undefined;
    if (token.revoked_at_ms !== null) return refuseRevoked(token);
    const role = await roleOf(token, context);
    if (role === undefined) return undefined;
    await noteUse(token, context);
    return {
      userId: token.user_id,
      username: token.username,
      shopId: token.shop_id,
      role,
      tokenHash: token.token_hash,
      deviceId: token.device_id ?? undefined,
      credential: carrier,
    };
  };
}

function hasExpired(token: TokenWithUser, nowMs: number): boolean {
  return token.expires_at_ms !== null && token.expires_at_ms <= nowMs;
}

/** A revoked till must tell its cashier to see the owner; signing in again would not help. */
function refuseRevoked(token: TokenWithUser): undefined {
  if (token.kind === "device") throw new AppError("device_revoked", "The owner has revoked this till.");
  return undefined;
}

async function roleOf(token: TokenWithUser, { db }: AppContext): Promise<Caller["role"] | undefined> {
  if (token.kind === "device") return "device";
  return await inShopRead(db, token.shop_id, (trx) => findRole(trx, token.shop_id, token.user_id));
}

async function noteUse(token: TokenWithUser, context: AppContext): Promise<void> {
  const nowMs = context.clock.nowMs();
  const staleMs = nowMs - LAST_USE_STEP_MS;
  if (token.last_used_at_ms > staleMs) return;
  const expiresAtMs = tokenExpiresAtMs(token.kind, context);
  await touchToken(context.db, token.token_hash, { nowMs, staleMs, expiresAtMs });
}
