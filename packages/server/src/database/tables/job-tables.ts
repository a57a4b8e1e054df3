import type { DatabaseBoolean } from "./column-types.ts";

/** What is to be done after a commit, and who wants to be told of low stock. */
export type JobTables = {
  readonly jobs: JobsTable;
  readonly alert_settings: AlertSettingsTable;
};

/** `low_stock_notice`: an alert opened or got worse. The others: one message to one person. */
export type JobKind = "low_stock_notice" | "low_stock_mail" | "invitation_mail";

/** `sent`: the server took it. `dropped`: no longer wanted. `given_up`: it never worked, or nobody knows whether it did. */
export type JobOutcome = "sent" | "dropped" | "given_up";

export type JobsTable = {
  shop_id: string;
  kind: JobKind;
  /** What the job is about: a second one with the same key is the same job. */
  job_key: string;
  /** JSON; emptied when the job is finished. */
  payload: string;
  created_at_ms: number;
  /** When it may be claimed; for a claimed job, when its lease ends. */
  due_at_ms: number;
  /** Of the worker that claimed it last; only that one may settle it. */
  lease_token: string | null;
  /** Tries that certainly had no effect. */
  failure_count: number;
  /** Tries of which nobody knows the effect: the worker died, or the line broke before the answer. */
  unknown_count: number;
  /** The code of the last failure, never its text: that may name a person. */
  last_problem: string | null;
  finished_at_ms: number | null;
  outcome: JobOutcome | null;
};

/** Absent for a member who never chose: told both ways. */
export type AlertSettingsTable = {
  shop_id: string;
  user_id: number;
  notify_email: DatabaseBoolean;
  notify_inapp: DatabaseBoolean;
};
