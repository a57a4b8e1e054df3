import { useState } from "react";
import { useTill } from "../app/till.ts";
import { useObservable } from "../design/use-observable.ts";
import { t, tCount } from "../text/text.ts";
import { closeSession } from "./account-api.ts";
import type { ApiProblem } from "./api-request.ts";
import { forgetEnrolment } from "./enrolment.ts";
import { announceSessionChange } from "./session-change.ts";

const SIGNED_OUT_ALREADY = 401;

/** Signs out, unless something on this till would be left behind: unsent sales, or goods on the counter. */
export function SignOut() {
  const { database, duka, openCart } = useTill();
  const { unsent } = useObservable(duka.state);
  const { cart } = useObservable(openCart);
  const [problem, setProblem] = useState<string>();
  const [isWorking, setWorking] = useState(false);
  const blocked =
    unsent > 0 ? tCount("till.signOut.blocked", unsent) : cart.lines.length > 0 ? t("till.signOut.open") : undefined;

  async function signOut(): Promise<void> {
    setWorking(true);
    const closed = await closeSession();
    if (!closed.ok && !isSignedOutAlready(closed.error)) {
      setProblem(t("till.signOut.offline"));
      setWorking(false);
      return;
    }
    await forgetEnrolment(database);
    announceSessionChange();
    location.replace("/");
  }

  return (
    <div className="stack">
      <button
        type="button"
        className="button button-danger button-wide"
        disabled={blocked !== undefined || isWorking}
        onClick={() => void signOut()}
      >
        {t("till.signOut")}
      </button>
      {(blocked ?? problem) !== undefined && <output className="soft small">{blocked ?? problem}</output>}
    </div>
  );
}

function isSignedOutAlready(problem: ApiProblem): boolean {
  return problem.kind === "refused" && problem.status === SIGNED_OUT_ALREADY;
}
