import { useState } from "react";
import { Field } from "../design/field.tsx";
import { t } from "../text/text.ts";

type PasswordFieldProps = {
  /** `new` offers to make up and keep a password, `current` to fill it in. */
  readonly kind: "new" | "current";
  readonly value: string;
  readonly problem: string | undefined;
  readonly onValue: (value: string) => void;
};

/** A password that can be looked at while typing: a phone's keyboard is small. */
export function PasswordField({ kind, value, problem, onValue }: PasswordFieldProps) {
  const [isShown, setShown] = useState(false);
  return (
    <Field
      label={t("session.field.password")}
      hint={kind === "new" ? t("session.field.passwordHint") : undefined}
      type={isShown ? "text" : "password"}
      autoComplete={`${kind}-password`}
      autoCapitalize="none"
      value={value}
      problem={problem}
      onChange={(event) => onValue(event.target.value)}
      beside={
        <button type="button" className="button" aria-pressed={isShown} onClick={() => setShown(!isShown)}>
          {t(isShown ? "session.field.hidePassword" : "session.field.showPassword")}
        </button>
      }
    />
  );
}
