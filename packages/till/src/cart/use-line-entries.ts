import { QUANTITY_SCALE } from "@duka/domain";
import { useState } from "react";
import type { LineTexts } from "./line-form.ts";
import { type KeypadKey, type NumberEntry, pressKey } from "./number-entry.ts";

type FieldName = keyof LineTexts;

/** The two numbers being typed, and which of them the keypad fills in. */
export function useLineEntries(initial: LineTexts, currencyExponent: number, first: FieldName | undefined) {
  const [active, setActive] = useState<FieldName>(first ?? "price");
  const [entries, setEntries] = useState<Readonly<Record<FieldName, NumberEntry>>>({
    quantity: { text: initial.quantity, isFresh: true },
    price: { text: initial.price, isFresh: true },
  });
  const decimals = active === "quantity" ? QUANTITY_SCALE : currencyExponent;

  const put = (name: FieldName, entry: NumberEntry) => setEntries((current) => ({ ...current, [name]: entry }));

  return {
    texts: { quantity: entries.quantity.text, price: entries.price.text },
    decimals,
    press(key: KeypadKey): void {
      setEntries((current) => ({ ...current, [active]: pressKey(current[active], key, decimals) }));
    },
    fieldProps: (name: FieldName) => ({
      ...entries[name],
      isActive: active === name,
      hasFocusFirst: first === name,
      onText: (text: string) => put(name, { text, isFresh: false }),
      onActive: () => {
        setActive(name);
        put(name, { text: entries[name].text, isFresh: true });
      },
    }),
  };
}
