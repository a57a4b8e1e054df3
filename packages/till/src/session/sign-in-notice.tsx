import { signInText } from "./sign-in-text.ts";
import type { SignInProblem } from "./sign-in.ts";

export function SignInNotice({ problem }: { readonly problem: SignInProblem | undefined }) {
  if (problem === undefined) return null;
  return (
    <p className={`notice ${problem.kind === "made" ? "" : "notice-stop"}`} role="alert">
      {signInText(problem)}
    </p>
  );
}
