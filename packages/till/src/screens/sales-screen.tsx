import type { OutboxRecord } from "@duka/client";
import { useEffect, useState } from "react";
import { useTill } from "../app/till.ts";
import { Screen } from "../design/screen.tsx";
import { useObservable } from "../design/use-observable.ts";
import { SyncChip } from "../sync/sync-chip.tsx";
import { HeldNotice } from "../sync/held-notice.tsx";
import { SyncFacts } from "../sync/sync-facts.tsx";
import { UnsentSales } from "../sync/unsent-sales.tsx";
import { t, tCount } from "../text/text.ts";
import "../sync/sync.css";

/** What has not reached the server, why, and the button that tries again. */
export function SalesScreen() {
  const { duka, money } = useTill();
  const state = useObservable(duka.state);
  const unsent = useUnsent();
  return (
    <Screen title={t("sync.title")} backTo="/" aside={<SyncChip />}>
      <div className="stack">
        <HeldNotice held={state.held} />
        {state.unsent > 0 && (
          <>
            <p className="soft">{t("sync.safe")}</p>
            <button
              type="button"
              className="button button-primary button-large button-wide"
              disabled={state.isPushing}
              onClick={() => duka.syncNow()}
            >
              {state.isPushing ? t("sync.sending") : t("sync.send")}
            </button>
          </>
        )}
        {state.quarantined > 0 && <p className="notice notice-wait">{tCount("sync.quarantined", state.quarantined)}</p>}
        {state.stuck > 0 && <p className="notice notice-wait">{tCount("sync.stuck", state.stuck)}</p>}
        {state.corrupt > 0 && <p className="notice notice-stop">{tCount("sync.corrupt", state.corrupt)}</p>}
        <UnsentSales records={unsent} total={money.full(state.unsentValueMinor)} count={state.unsent} />
        <SyncFacts state={state} />
      </div>
    </Screen>
  );
}

/** The unsent records, read again whenever the queue changes. */
function useUnsent(): readonly OutboxRecord[] {
  const { duka } = useTill();
  const [records, setRecords] = useState<readonly OutboxRecord[]>([]);

  useEffect(() => {
    // A failed read leaves the list as it was; the counts above come from the queue itself.
    const read = () => void duka.listUnsent().then(setRecords, () => undefined);
    read();
    return duka.state.subscribe(read);
  }, [duka]);

  return records;
}
