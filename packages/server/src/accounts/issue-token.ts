import { sha256Hex } from "@duka/domain";
import type { AppContext } from "../app-context.ts";
import type { TokenKind, Trx } from "../database/schema.ts";
import { newSecret, newUuid } from "../environment.ts";
import { insertToken } from "./tokens.queries.ts";

const DAY_MS = 86_400_000;

export type TokenOwner = {
  readonly kind: TokenKind;
  readonly userId: number;
  readonly shopId: string;
  readonly deviceName: string;
  /** For kind `device`. */
  readonly deviceId?: string;
};

/** Makes a credential and returns its secret, which exists nowhere else: the database has only its hash. */
export async function issueToken(trx: Trx, context: AppContext, owner: TokenOwner): Promise<string> {
  const { clock, random } = context;
  const secret = newSecret(random);
  const nowMs = clock.nowMs();
  await insertToken(trx, {
    token_hash: sha256Hex(secret),
    id: newUuid(clock, random),
    kind: owner.kind,
    user_id: owner.userId,
    shop_id: owner.shopId,
    device_id: owner.deviceId ?? null,
    device_name: owner.deviceName,
    created_at_ms: nowMs,
    last_used_at_ms: nowMs,
    expires_at_ms: tokenExpiresAtMs(owner.kind, context),
    revoked_at_ms: null,
  });
  return secret;
}

/** A till's sign-in ends when it is not used; API and device tokens end when they are revoked. */
export function tokenExpiresAtMs(kind: TokenKind, { clock, config }: AppContext): number | null {
  return kind === "session" ? clock.nowMs() + config.sessionDays * DAY_MS : null;
}
