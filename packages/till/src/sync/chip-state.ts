import type { SyncState } from "@duka/client";
import type { IconName } from "../design/icon.tsx";
import { t } from "../text/text.ts";

export type ChipState = {
  readonly tone: "calm" | "wait" | "stop";
  readonly icon: IconName;
  readonly text: string;
  /** Something needs a person: quarantined, stuck or unreadable records. */
  readonly needsLook: boolean;
};

type Face = Omit<ChipState, "needsLook">;

/**
 * What the chip says of the queue; the first row that holds wins.
 *
 * | says | when |
 * |---|---|
 * | held and why | the queue waits for a person |
 * | n on the way | unsent sales, a push under way |
 * | n saved here | unsent sales |
 * | all in | nothing unsent |
 */
export function chipStateOf(state: SyncState): ChipState {
  return { ...faceOf(state), needsLook: state.quarantined + state.corrupt + state.stuck > 0 };
}

function faceOf({ unsent, held, isPushing }: SyncState): Face {
  if (held !== undefined) return heldFace(held.reason, unsent);
  if (unsent === 0) return { tone: "calm", icon: "check", text: t("sync.chip.allIn") };
  if (isPushing) return { tone: "wait", icon: "sending", text: t("sync.chip.sending", { count: unsent }) };
  return { tone: "wait", icon: "device", text: t("sync.chip.saved", { count: unsent }) };
}

function heldFace(reason: NonNullable<SyncState["held"]>["reason"], unsent: number): Face {
  if (reason === "sign_in" && unsent === 0) return { tone: "wait", icon: "alert", text: t("sync.chip.signIn") };
  const tone = reason === "sign_in" ? "wait" : "stop";
  return { tone, icon: "alert", text: t(`sync.chip.held.${reason}`, { count: unsent }) };
}
