import { useState } from "react";
import type { Enrolment } from "../session/enrolment.ts";
import { SignInForm } from "../session/sign-in-form.tsx";
import type { SignInTools } from "../session/sign-in.ts";
import { SignUpForm } from "../session/sign-up-form.tsx";
import { t } from "../text/text.ts";
import "../session/session.css";

type WelcomeScreenProps = { readonly tools: SignInTools; readonly onSignedIn: (enrolment: Enrolment) => void };

/** The first start: make a shop, or sign in to one. */
export function WelcomeScreen({ tools, onSignedIn }: WelcomeScreenProps) {
  const [isNew, setNew] = useState(false);
  return (
    <div className="welcome">
      <header className="welcome-brand">
        <img src="/icon.svg" alt="" width="64" height="64" />
        <p className="welcome-name">{t("app.name")}</p>
        <p>{t("session.lead")}</p>
      </header>
      <main className="welcome-form">
        <div className="card stack">
          {!isSecureContext && <p className="notice notice-stop">{t("start.insecure")}</p>}
          <h1>{t(isNew ? "session.signUp.title" : "session.signIn.title")}</h1>
          {isNew ? (
            <SignUpForm tools={tools} onSignedIn={onSignedIn} />
          ) : (
            <>
              <p className="soft">{t("session.signIn.lead")}</p>
              <SignInForm tools={tools} onSignedIn={onSignedIn} />
            </>
          )}
          <button type="button" className="button button-quiet" onClick={() => setNew(!isNew)}>
            {t(isNew ? "session.signUp.toSignIn" : "session.signIn.toSignUp")}
          </button>
        </div>
      </main>
    </div>
  );
}
