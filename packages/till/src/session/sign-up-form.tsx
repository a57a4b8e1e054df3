import { NAME_LENGTH_MAX, SOURCE_DEVICE_LENGTH_MAX } from "@duka/domain";
import { type ChangeEvent, type FormEvent, useMemo, useState } from "react";
import { Choice } from "../design/choice.tsx";
import { Field } from "../design/field.tsx";
import { t } from "../text/text.ts";
import type { Enrolment } from "./enrolment.ts";
import { PasswordField } from "./password-field.tsx";
import { currencyChoices, guessCurrency, guessTimeZone, timeZoneChoices } from "./shop-guess.ts";
import { signUp, type SignInProblem, type SignInTools } from "./sign-in.ts";
import { SignInNotice } from "./sign-in-notice.tsx";
import { fieldProblem } from "./sign-in-text.ts";
import { guessTillName } from "./till-name.ts";

type SignUpFormProps = { readonly tools: SignInTools; readonly onSignedIn: (enrolment: Enrolment) => void };

const PASSWORD_LENGTH_MIN = 8;
const WIRE_NAMES = { shopName: "shop_name", username: "username", email: "email", password: "password" } as const;

function emptyForm() {
  const timeZone = guessTimeZone();
  return {
    shopName: "",
    currency: guessCurrency(timeZone),
    timeZone,
    tillName: guessTillName(),
    username: "",
    email: "",
    password: "",
  };
}

type FormName = keyof ReturnType<typeof emptyForm>;

/** Makes a shop, its owner and this till in one go. */
export function SignUpForm({ tools, onSignedIn }: SignUpFormProps) {
  const [form, setForm] = useState(emptyForm);
  const [problem, setProblem] = useState<SignInProblem>();
  const [isWorking, setWorking] = useState(false);
  const [isTried, setTried] = useState(false);
  const currencies = useMemo(
    () => currencyChoices().map(({ code, name }) => ({ value: code, text: `${name} (${code})` })),
    [],
  );
  const timeZones = useMemo(
    () => timeZoneChoices().map((zone) => ({ value: zone, text: zone.replaceAll("_", " ") })),
    [],
  );
  const set = (name: FormName) => (value: string) => setForm((current) => ({ ...current, [name]: value }));

  const problemOf = (name: FormName): string | undefined => {
    if (isTried && form[name].trim() === "") return t("session.problem.required");
    if (isTried && name === "password" && form.password.length < PASSWORD_LENGTH_MIN)
      return t("session.problem.passwordShort");
    return name in WIRE_NAMES ? fieldProblem(problem, WIRE_NAMES[name as keyof typeof WIRE_NAMES]) : undefined;
  };
  const bind = (name: FormName) => ({
    value: form[name],
    problem: problemOf(name),
    onChange: (event: ChangeEvent<HTMLInputElement>) => set(name)(event.target.value),
  });

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    setTried(true);
    const isFilled = Object.values(form).every((text) => text.trim() !== "");
    if (!isFilled || form.password.length < PASSWORD_LENGTH_MIN || isWorking) return;
    setWorking(true);
    const result = await signUp({ ...form, username: form.username.trim(), email: form.email.trim() }, tools);
    setWorking(false);
    if (result.ok) onSignedIn(result.value);
    else setProblem(result.error);
  }

  return (
    <form className="stack" onSubmit={(event) => void submit(event)} noValidate>
      <SignInNotice problem={problem} />
      <fieldset className="stack">
        <legend>{t("session.signUp.legend.shop")}</legend>
        <Field
          label={t("session.field.shopName")}
          autoComplete="organization"
          maxLength={NAME_LENGTH_MAX}
          {...bind("shopName")}
        />
        <Choice
          label={t("session.field.currency")}
          options={currencies}
          value={form.currency}
          onValue={set("currency")}
        />
        <Choice
          label={t("session.field.timeZone")}
          options={timeZones}
          value={form.timeZone}
          onValue={set("timeZone")}
        />
        <Field
          label={t("session.field.tillName")}
          hint={t("session.field.tillNameHint")}
          maxLength={SOURCE_DEVICE_LENGTH_MAX}
          {...bind("tillName")}
        />
      </fieldset>
      <fieldset className="stack">
        <legend>{t("session.signUp.legend.you")}</legend>
        <Field
          label={t("session.field.username")}
          autoComplete="username"
          autoCapitalize="none"
          {...bind("username")}
        />
        <Field label={t("session.field.email")} type="email" autoComplete="email" {...bind("email")} />
        <PasswordField kind="new" value={form.password} problem={problemOf("password")} onValue={set("password")} />
      </fieldset>
      <button type="submit" className="button button-primary button-large" disabled={isWorking}>
        {isWorking ? t("session.working") : t("session.signUp.submit")}
      </button>
    </form>
  );
}
