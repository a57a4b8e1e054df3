import { t } from "../text/text.ts";
import type { SignInProblem } from "./sign-in.ts";

/** What went wrong, as a sentence for the form's head. */
export function signInText(problem: SignInProblem): string {
  if (problem.kind === "other_shop") return t("session.problem.otherShop", { shop: problem.shopName });
  if (problem.kind === "refused") return t("session.problem.unknown", { detail: problem.detail });
  return t(`session.problem.${problem.kind}`);
}

/** What the server said about one field, if anything. */
export function fieldProblem(problem: SignInProblem | undefined, field: string): string | undefined {
  if (problem?.kind !== "refused") return undefined;
  return problem.errors.find(({ path }) => path.replace(/^[/.]/, "") === field)?.detail;
}
