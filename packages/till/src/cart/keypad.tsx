import { Icon } from "../design/icon.tsx";
import { t } from "../text/text.ts";
import type { KeypadKey } from "./number-entry.ts";
import "./keypad.css";

const KEYS: readonly KeypadKey[] = ["1", "2", "3", "4", "5", "6", "7", "8", "9", ".", "0", "erase"];

type KeypadProps = { readonly onKey: (key: KeypadKey) => void; readonly hasPoint?: boolean };

/** Digits for thumbs. The field keeps the focus, so that a real keyboard goes on working beside it. */
export function Keypad({ onKey, hasPoint = true }: KeypadProps) {
  return (
    <fieldset className="keypad" aria-label={t("keypad.title")}>
      {KEYS.map((key) => (
        <button
          key={key}
          type="button"
          className="button keypad-key"
          tabIndex={-1}
          disabled={key === "." && !hasPoint}
          aria-label={key === "erase" ? t("keypad.erase") : key === "." ? t("keypad.point") : key}
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => onKey(key)}
        >
          {key === "erase" ? <Icon name="erase" /> : key}
        </button>
      ))}
    </fieldset>
  );
}
