import { type RefObject, useEffect } from "react";

type SellKeys = {
  readonly search: RefObject<HTMLInputElement | null>;
  readonly onPay: () => void;
  readonly onSellNew: () => void;
  /** A dialog is open: its keys are its own. */
  readonly isSuspended: boolean;
};

/** F2 searches, F4 sells something new, F9 pays; a letter or a scan typed anywhere lands in the search. */
export function useSellKeys({ search, onPay, onSellNew, isSuspended }: SellKeys): void {
  useEffect(() => {
    if (isSuspended) return undefined;
    const actions: Readonly<Record<string, () => void>> = {
      F2: () => search.current?.select(),
      F4: onSellNew,
      F9: onPay,
    };
    function onKeyDown(event: KeyboardEvent): void {
      const action = actions[event.key];
      if (action !== undefined) {
        event.preventDefault();
        action();
      } else if (isStrayText(event)) {
        search.current?.focus();
      }
    }
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, [search, onPay, onSellNew, isSuspended]);
}

// Space presses the focused button; every other printable key is the beginning of a word or a scan.
function isStrayText(event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey || event.key.length !== 1 || event.key === " ") return false;
  return !(event.target instanceof HTMLInputElement);
}
