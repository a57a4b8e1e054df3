import { Link } from "wouter";
import { useTill } from "../app/till.ts";
import { Icon } from "../design/icon.tsx";
import { useObservable } from "../design/use-observable.ts";
import { tCount } from "../text/text.ts";
import { chipStateOf } from "./chip-state.ts";
import "./sync-chip.css";

/** Where the sales are, on every screen; leads to the list of unsent ones. */
export function SyncChip() {
  const state = useObservable(useTill().duka.state);
  const { tone, icon, text, needsLook } = chipStateOf(state);
  const look = tCount("sync.chip.look", state.quarantined + state.corrupt + state.stuck);
  return (
    <Link href="/sales" className={`chip chip-${tone} no-print`} data-unsent={state.unsent}>
      <Icon name={icon} />
      <span className="chip-text">{text}</span>
      {needsLook && (
        <span className="chip-look" title={look}>
          <Icon name="alert" />
          <span className="visually-hidden">{look}</span>
        </span>
      )}
    </Link>
  );
}
