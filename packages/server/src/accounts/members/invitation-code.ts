import { sha256Hex } from "@duka/domain";
import type { Random } from "../../environment.ts";

/** Crockford's base 32: no letter that could be taken for a digit when it is read out or copied by hand. */
const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
/** 80 bits: too many to guess in the days that an invitation lives. */
const CODE_LENGTH = 16;
const GROUP_LENGTH = 4;

/** A one-time code to hand over, such as "7QF2-K9XM-4TBN-8WHP". */
export function newInvitationCode(random: Random): string {
  const symbols = [...random.bytes(CODE_LENGTH)].map((byte) => ALPHABET[byte % ALPHABET.length] ?? "");
  const groups: string[] = [];
  for (let start = 0; start < CODE_LENGTH; start += GROUP_LENGTH) {
    groups.push(symbols.slice(start, start + GROUP_LENGTH).join(""));
  }
  return groups.join("-");
}

/** What is stored of a code, however it was typed. */
export function invitationCodeHash(typed: string): string {
  const code = typed
    .toUpperCase()
    .replaceAll("O", "0")
    .replaceAll(/[IL]/g, "1")
    .replaceAll(/[^0-9A-Z]/g, "");
  return sha256Hex(`invitation:${code}`);
}
