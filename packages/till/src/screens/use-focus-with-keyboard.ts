import { type RefObject, useEffect } from "react";

/** Puts the focus in a field where there is a real keyboard; on a phone that would raise the one on the screen. */
export function useFocusWithKeyboard(field: RefObject<HTMLInputElement | null>): void {
  useEffect(() => {
    if (matchMedia("(pointer: fine)").matches) field.current?.focus();
  }, [field]);
}
