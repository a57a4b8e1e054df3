import { forwardRef } from "react";
import { Icon } from "../design/icon.tsx";
import { t } from "../text/text.ts";

type SearchFieldProps = {
  readonly text: string;
  readonly onText: (text: string) => void;
  /** Enter, from a keyboard or a scanner. */
  readonly onEnter: () => void;
  /** Arrow down: into the products. */
  readonly onDown: () => void;
};

export const SearchField = forwardRef<HTMLInputElement, SearchFieldProps>(function SearchField(
  { text, onText, onEnter, onDown },
  ref,
) {
  return (
    <search className="search">
      <form
        className="search-form"
        onSubmit={(event) => {
          event.preventDefault();
          onEnter();
        }}
      >
        <Icon name="search" />
        <input
          ref={ref}
          className="input"
          type="search"
          enterKeyHint="done"
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          aria-label={t("sell.search")}
          aria-keyshortcuts="F2"
          placeholder={t("sell.search.placeholder")}
          value={text}
          onChange={(event) => onText(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === "Escape") onText("");
            if (event.key === "ArrowDown") onDown();
          }}
        />
        {text !== "" && (
          <button
            type="button"
            className="button button-icon button-quiet"
            aria-label={t("sell.search.clear")}
            onClick={() => onText("")}
          >
            <Icon name="close" />
          </button>
        )}
      </form>
    </search>
  );
});
