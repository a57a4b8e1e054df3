import { useLocation } from "wouter";
import { useTill } from "../app/till.ts";
import { Screen } from "../design/screen.tsx";
import { SignInForm } from "../session/sign-in-form.tsx";
import { SyncChip } from "../sync/sync-chip.tsx";
import { t } from "../text/text.ts";
import "../session/session.css";

/** Signing in again on a till that is open: selling never stopped, sending goes on. */
export function SignInAgainScreen() {
  const { database, newId, enrolment, duka } = useTill();
  const [, navigate] = useLocation();
  return (
    <Screen title={t("session.signIn.again.title")} backTo="/" aside={<SyncChip />}>
      <div className="stack">
        <p className="soft">{t("session.signIn.again.lead")}</p>
        <SignInForm
          tools={{ database, newId }}
          enrolled={enrolment}
          onSignedIn={() => {
            duka.syncNow();
            navigate("/sales", { replace: true });
          }}
        />
      </div>
    </Screen>
  );
}
