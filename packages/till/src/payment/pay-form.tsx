import { AMOUNT_MINOR_MAX, changeDueMinor, formatMoney, parseMoney } from "@duka/domain";
import { type FormEvent, useState } from "react";
import { useTill } from "../app/till.ts";
import { Keypad } from "../cart/keypad.tsx";
import { normaliseNumberText, type NumberEntry, pressKey } from "../cart/number-entry.ts";
import { NumberField } from "../cart/number-field.tsx";
import { t } from "../text/text.ts";
import { CashChoices } from "./cash-choices.tsx";
import "./payment.css";

type PayFormProps = {
  readonly totalMinor: number;
  readonly isSaving: boolean;
  /** The last try failed. */
  readonly isRetry: boolean;
  readonly onPaid: (receivedMinor: number) => void;
};

/** Cash received, by choice, keypad or keyboard; nothing typed means paid exactly. */
export function PayForm({ totalMinor, isSaving, isRetry, onPaid }: PayFormProps) {
  const { money } = useTill();
  const [entry, setEntry] = useState<NumberEntry>({ text: "", isFresh: true });
  const received = readReceived(entry.text, totalMinor, money.exponent);
  const shortMinor = received === undefined ? 0 : Math.max(0, totalMinor - received);
  const isPayable = received !== undefined && shortMinor === 0 && !isSaving;

  function submit(event: FormEvent): void {
    event.preventDefault();
    if (isPayable) onPaid(received);
  }

  return (
    <form className="stack" onSubmit={submit}>
      <p className="pay-due">
        <span className="soft">{t("pay.due")}</span>
        <strong className="figures">{money.full(totalMinor)}</strong>
      </p>
      <CashChoices
        totalMinor={totalMinor}
        chosenMinor={received}
        onChoose={(minor) =>
          setEntry({ text: minor === totalMinor ? "" : formatMoney(minor, money.exponent), isFresh: true })
        }
      />
      <NumberField
        label={`${t("pay.received")} (${money.currency})`}
        {...entry}
        isActive
        hasFocusFirst
        problem={problemText(received, shortMinor, money.full)}
        onText={(text) => setEntry({ text, isFresh: false })}
        onActive={() => setEntry((current) => ({ ...current, isFresh: true }))}
      />
      <Keypad
        onKey={(key) => setEntry((current) => pressKey(current, key, money.exponent))}
        hasPoint={money.exponent > 0}
      />
      <button type="submit" className="button button-primary button-large button-wide" disabled={!isPayable}>
        {finishText()}
      </button>
    </form>
  );

  function finishText(): string {
    if (isSaving) return t("pay.saving");
    if (isRetry) return t("pay.failed.retry");
    const change = received === undefined ? 0 : changeDueMinor(totalMinor, [{ method: "cash", amountMinor: received }]);
    return change > 0 ? t("pay.finish.change", { change: money.full(change) }) : t("pay.finish.exact");
  }
}

function readReceived(text: string, totalMinor: number, exponent: number): number | undefined {
  if (text.trim() === "") return totalMinor;
  const amount = parseMoney(normaliseNumberText(text), exponent, AMOUNT_MINOR_MAX);
  return amount.ok && amount.value >= 0 ? amount.value : undefined;
}

function problemText(
  received: number | undefined,
  shortMinor: number,
  write: (minor: number) => string,
): string | undefined {
  if (received === undefined) return t("pay.amount.invalid");
  return shortMinor > 0 ? t("pay.short", { amount: write(shortMinor) }) : undefined;
}
