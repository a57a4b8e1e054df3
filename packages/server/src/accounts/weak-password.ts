import { COMMON_PASSWORDS } from "./common-passwords.ts";
import { foldName } from "./fold-name.ts";

const PASSWORD_LENGTH_MIN = 8;
/** Shorter names turn up in good passwords by chance. */
const LIKENESS_LENGTH_MIN = 4;

/** Why a password is too easy to guess, as a sentence; undefined when it will do. */
export function findPasswordWeakness(password: string, username: string, email: string): string | undefined {
  const folded = foldName(password);
  if (password.length < PASSWORD_LENGTH_MIN)
    return `The password must have at least ${PASSWORD_LENGTH_MIN} characters.`;
  if (COMMON_PASSWORDS.has(folded) || new Set(folded).size < 3)
    return "The password is one of those that everybody tries first.";
  const [mailbox = ""] = foldName(email).split("@", 1);
  return [foldName(username), mailbox].some((name) => isLike(folded, name))
    ? "The password is too much like the username or e-mail address."
    : undefined;
}

function isLike(password: string, name: string): boolean {
  if (name.length < LIKENESS_LENGTH_MIN) return false;
  // A long password may contain the name; one that is little more than the name may not.
  return name.includes(password) || (password.includes(name) && password.length - name.length < PASSWORD_LENGTH_MIN);
}
