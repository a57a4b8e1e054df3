import { useEffect, useId, useRef } from "react";

export type NumberFieldProps = {
  readonly label: string;
  readonly text: string;
  /** The text is a suggestion: it is selected, so that the next key replaces it. */
  readonly isFresh: boolean;
  readonly isActive: boolean;
  readonly hasFocusFirst: boolean;
  readonly problem?: string | undefined;
  readonly onText: (text: string) => void;
  readonly onActive: () => void;
};

/** A number that our keypad or a real keyboard fills in; the phone's own keyboard stays away. */
export function NumberField(props: NumberFieldProps) {
  const { label, text, isFresh, isActive, hasFocusFirst, problem, onText, onActive } = props;
  const id = useId();
  const input = useRef<HTMLInputElement>(null);

  useEffect(() => {
    if (hasFocusFirst) input.current?.focus();
  }, [hasFocusFirst]);

  useEffect(() => {
    const field = input.current;
    // A suggestion may change while it is one; each is selected anew.
    if (isFresh && field !== null && field === document.activeElement) field.setSelectionRange(0, text.length);
  }, [isFresh, text]);

  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input
        ref={input}
        id={id}
        className={`input input-figure ${isActive ? "input-active" : ""}`}
        inputMode="none"
        autoComplete="off"
        value={text}
        aria-invalid={problem !== undefined}
        aria-describedby={`${id}-problem`}
        onChange={(event) => onText(event.target.value)}
        onFocus={onActive}
      />
      {problem !== undefined && (
        <span id={`${id}-problem`} className="field-problem" role="alert">
          {problem}
        </span>
      )}
    </div>
  );
}
