import type { MemberRole } from "../database/schema.ts";

/** Who a credential speaks for: a member in a role, or a till. */
export type Role = MemberRole | "device";

/** Who may call a route. `public` needs no credential. Declared beside every route; a route without one fails at boot. */
export type AllowedRoles = "public" | readonly Role[];

export const PUBLIC = "public";
export const STAFF = ["owner", "manager", "cashier"] as const satisfies AllowedRoles;
export const MANAGERS = ["owner", "manager"] as const satisfies AllowedRoles;
export const OWNERS = ["owner"] as const satisfies AllowedRoles;
export const DEVICES = ["device"] as const satisfies AllowedRoles;
