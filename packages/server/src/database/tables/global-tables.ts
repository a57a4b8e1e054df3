import type { MemberRole } from "./shop-tables.ts";

/** Tables that belong to no shop: logins, settings and the work queue. Small; reference tables on Citus. */
export type GlobalTables = {
  readonly server_settings: ServerSettingsTable;
  readonly global_counters: GlobalCountersTable;
  readonly users: UsersTable;
  readonly user_shops: UserShopsTable;
  readonly tokens: TokensTable;
  readonly login_attempts: LoginAttemptsTable;
  readonly invitations: InvitationsTable;
  readonly due_jobs: DueJobsTable;
};

/** Facts about this installation: `environment_id`, `epoch`, `schema`, `schema_oldest_binary`. */
export type ServerSettingsTable = {
  name: string;
  value: string;
};

/** Allots global integers (`users`); a row is locked while a number is taken. */
export type GlobalCountersTable = {
  name: string;
  next: number;
};

export type UsersTable = {
  id: number;
  username: string;
  /** Folded for comparison; unique. */
  username_key: string;
  email: string;
  email_key: string;
  password_hash: string;
  first_name: string;
  last_name: string;
  created_at_ms: number;
};

/** Which shops a login may open; the role itself stays with the shop, in `members`. */
export type UserShopsTable = {
  user_id: number;
  shop_id: string;
  joined_at_ms: number;
};

export type TokenKind = "api" | "session" | "device";

export type TokensTable = {
  /** SHA-256 of the 256-bit secret, lower-case hex; the secret itself is never stored. */
  token_hash: string;
  /** Names the token in lists and revocations without showing its hash. */
  id: string;
  kind: TokenKind;
  user_id: number;
  shop_id: string;
  /** Set for kind `device` only. */
  device_id: string | null;
  device_name: string;
  created_at_ms: number;
  /** Written hourly at most. */
  last_used_at_ms: number;
  expires_at_ms: number | null;
  revoked_at_ms: number | null;
};

/** Failed sign-ins in the current window, per account and per address; shared by all processes. */
export type LoginAttemptsTable = {
  /** `account:` or `address:` and a SHA-256, so that no personal data is kept. */
  subject: string;
  failures: number;
  window_started_at_ms: number;
};

/** An offer to become a member, taken up with a one-time code. */
export type InvitationsTable = {
  /** SHA-256 of the code; the code itself is shown once. */
  code_hash: string;
  id: string;
  shop_id: string;
  username: string;
  username_key: string;
  email: string | null;
  role: MemberRole;
  invited_by: number;
  created_at_ms: number;
  expires_at_ms: number;
  accepted_at_ms: number | null;
  revoked_at_ms: number | null;
};

/** Shops that have a job to run; the jobs themselves sit in the shop's own tables. */
export type DueJobsTable = {
  shop_id: string;
  due_at_ms: number;
};
