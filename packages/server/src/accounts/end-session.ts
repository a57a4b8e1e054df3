import type { AppContext } from "../app-context.ts";
import type { Caller } from "../http/caller.ts";
import { revokeToken } from "./tokens.queries.ts";

/** Ends this sign-in alone. The till's device credential stays: what it has recorded must still be sent. */
export async function endSession({ db, clock }: AppContext, caller: Caller): Promise<void> {
  await revokeToken(db, caller.tokenHash, clock.nowMs());
}
