import { SOURCE_DEVICE_LENGTH_MAX } from "@duka/domain";
import { type FormEvent, useState } from "react";
import { Field } from "../design/field.tsx";
import { t } from "../text/text.ts";
import type { Enrolment } from "./enrolment.ts";
import { PasswordField } from "./password-field.tsx";
import { signIn, type SignInProblem, type SignInTools } from "./sign-in.ts";
import { SignInNotice } from "./sign-in-notice.tsx";
import { guessTillName } from "./till-name.ts";

type SignInFormProps = {
  readonly tools: SignInTools;
  /** Set when this till has a shop and a name already. */
  readonly enrolled?: Enrolment;
  readonly onSignedIn: (enrolment: Enrolment) => void;
};

export function SignInForm({ tools, enrolled, onSignedIn }: SignInFormProps) {
  const [username, setUsername] = useState(enrolled?.user.username ?? "");
  const [password, setPassword] = useState("");
  const [tillName, setTillName] = useState(guessTillName);
  const [problem, setProblem] = useState<SignInProblem>();
  const [isWorking, setWorking] = useState(false);
  const [isTried, setTried] = useState(false);
  const missing = (text: string) => (isTried && text.trim() === "" ? t("session.problem.required") : undefined);

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    setTried(true);
    if (username.trim() === "" || password === "" || tillName.trim() === "" || isWorking) return;
    setWorking(true);
    const request = { username: username.trim(), password, tillName: tillName.trim(), enrolled };
    const result = await signIn(request, tools);
    setWorking(false);
    if (result.ok) onSignedIn(result.value);
    else setProblem(result.error);
  }

  return (
    <form className="stack" onSubmit={(event) => void submit(event)} noValidate>
      <SignInNotice problem={problem} />
      <Field
        label={t("session.field.username")}
        autoComplete="username"
        autoCapitalize="none"
        value={username}
        problem={missing(username)}
        onChange={(event) => setUsername(event.target.value)}
      />
      <PasswordField kind="current" value={password} problem={missing(password)} onValue={setPassword} />
      {enrolled === undefined && (
        <Field
          label={t("session.field.tillName")}
          hint={t("session.field.tillNameHint")}
          maxLength={SOURCE_DEVICE_LENGTH_MAX}
          value={tillName}
          problem={missing(tillName)}
          onChange={(event) => setTillName(event.target.value)}
        />
      )}
      <button type="submit" className="button button-primary button-large" disabled={isWorking}>
        {isWorking ? t("session.working") : t("session.signIn.submit")}
      </button>
    </form>
  );
}
