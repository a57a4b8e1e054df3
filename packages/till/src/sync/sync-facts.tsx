import type { SyncState } from "@duka/client";
import { t } from "../text/text.ts";
import { wallTimeText } from "../text/wall-time.ts";

/** When the server was last reached, what the last try said, and up to which sale all is in. */
export function SyncFacts({ state }: { readonly state: SyncState }) {
  const { lastSuccessAtMs, nextAttemptAtMs, lastProblem, completeUpTo, lastDeviceSeq, unsent, held } = state;
  return (
    <ul className="sync-facts soft small figures">
      {lastDeviceSeq > 0 && <li>{t("sync.completeUpTo", { number: completeUpTo, last: lastDeviceSeq })}</li>}
      <li>
        {lastSuccessAtMs === undefined
          ? t("sync.lastSuccess.never")
          : t("sync.lastSuccess", { when: wallTimeText(lastSuccessAtMs) })}
      </li>
      {unsent > 0 && held === undefined && lastProblem !== undefined && (
        <li>{t("sync.problem", { problem: lastProblem })}</li>
      )}
      {unsent > 0 && nextAttemptAtMs !== undefined && (
        <li>{t("sync.nextAttempt", { when: wallTimeText(nextAttemptAtMs) })}</li>
      )}
    </ul>
  );
}
