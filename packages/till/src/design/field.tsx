import { type InputHTMLAttributes, type ReactNode, useEffect, useId, useRef } from "react";

type FieldProps = {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly problem?: string | undefined;
  /** Stands beside the input, inside the same row. */
  readonly beside?: ReactNode;
  /** Has the focus when it appears: the one field its screen is about. */
  readonly hasFocusFirst?: boolean;
} & Omit<InputHTMLAttributes<HTMLInputElement>, "id">;

/** A labelled input whose hint and problem a screen reader reads with it. */
export function Field({ label, hint, problem, beside, hasFocusFirst = false, className = "", ...input }: FieldProps) {
  const id = useId();
  const element = useRef<HTMLInputElement>(null);

  useEffect(() => {
    if (hasFocusFirst) element.current?.focus();
  }, [hasFocusFirst]);

  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <div className="field-row">
        <input
          ref={element}
          id={id}
          className={`input ${className}`}
          aria-invalid={problem !== undefined}
          aria-describedby={`${id}-hint ${id}-problem`}
          {...input}
        />
        {beside}
      </div>
      {hint !== undefined && (
        <span id={`${id}-hint`} className="field-hint">
          {hint}
        </span>
      )}
      {problem !== undefined && (
        <span id={`${id}-problem`} className="field-problem" role="alert">
          {problem}
        </span>
      )}
    </div>
  );
}
