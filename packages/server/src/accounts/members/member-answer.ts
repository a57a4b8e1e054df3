import { formatInstant } from "@duka/domain";
import type { MemberAnswer } from "@duka/protocol";
import type { MemberRow } from "./members.queries.ts";

/** A member as the API tells of them. Their address is theirs: members of one shop need not know it. */
export function memberAnswer({ created_at_ms: joinedAtMs, ...member }: MemberRow): MemberAnswer {
  return { ...member, joined_at: formatInstant(joinedAtMs) };
}
