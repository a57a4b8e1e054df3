import { type Static, Type } from "typebox";
import { DEVICE_NAME_LENGTH_MAX, EMAIL_LENGTH_MAX, PASSWORD_LENGTH_MAX, USERNAME_LENGTH_MAX } from "./accounts.ts";
import { decimalText, idNumber, instantText, nullable, uuidText } from "./scalars.ts";

// These calls are Duka's own: a field that we do not know is an error.
const strict = { additionalProperties: false } as const;

const emailInput = Type.String({
  maxLength: EMAIL_LENGTH_MAX,
  pattern: String.raw`^\s*[^\s@]+@[^\s@]+\s*$`,
  examples: ["amina@example.com"],
});
const usernameInput = Type.String({ minLength: 1, maxLength: USERNAME_LENGTH_MAX, pattern: String.raw`\S` });

const memberRole = Type.Union([Type.Literal("owner"), Type.Literal("manager"), Type.Literal("cashier")]);

/** Someone who belongs to the shop. */
export const member = Type.Object(
  {
    id: idNumber,
    username: Type.String({ examples: ["amina"] }),
    first_name: Type.String({ examples: ["Amina"] }),
    last_name: Type.String({ examples: ["Otieno"] }),
    role: memberRole,
    joined_at: instantText,
  },
  { title: "Member" },
);
export type MemberAnswer = Static<typeof member>;

/** `POST /api/members/`: invites a person, with an account or without. */
export const inviteRequest = Type.Object(
  { username: usernameInput, email: Type.Optional(nullable(emailInput)), role: memberRole },
  { ...strict, title: "InviteRequest", examples: [{ username: "baraka", role: "cashier" }] },
);
export type InviteRequest = Static<typeof inviteRequest>;

export const invitation = Type.Object(
  {
    id: uuidText,
    username: Type.String({ description: "who it is meant for", examples: ["baraka"] }),
    email: nullable(Type.String({ examples: ["baraka@example.com"] })),
    role: memberRole,
    created_at: instantText,
    expires_at: instantText,
    code: Type.Optional(
      Type.String({
        description: "one-time, shown only now; absent when it was sent by mail instead",
        examples: ["7QF2-K9XM-4TBN-8WHP"],
      }),
    ),
  },
  { title: "Invitation" },
);
export type InvitationAnswer = Static<typeof invitation>;

/** `POST /api/invitations/accept/`: with the password of an account there is, or with one for a new account. */
export const acceptInvitationRequest = Type.Object(
  {
    code: Type.String({ minLength: 1, maxLength: 64, description: "capitals, spaces and dashes do not matter" }),
    username: usernameInput,
    password: Type.String({ maxLength: PASSWORD_LENGTH_MAX }),
    email: Type.Optional(nullable(emailInput)),
  },
  {
    ...strict,
    title: "AcceptInvitationRequest",
    examples: [
      {
        code: "7QF2-K9XM-4TBN-8WHP",
        username: "baraka",
        password: "correct horse battery",
        email: "baraka@example.com",
      },
    ],
  },
);
export type AcceptInvitationRequest = Static<typeof acceptInvitationRequest>;

/** `PATCH /api/members/{id}/` */
export const memberChangeRequest = Type.Object(
  { role: memberRole },
  { ...strict, title: "MemberChangeRequest", examples: [{ role: "manager" }] },
);
export type MemberChangeRequest = Static<typeof memberChangeRequest>;

const figure = nullable(Type.Integer({ examples: [0] }));

/** A till of the shop and what it last said about itself; null: it never has. */
export const device = Type.Object(
  {
    id: uuidText,
    name: Type.String({ examples: ["Counter 1"] }),
    enrolled_by: idNumber,
    created_at: instantText,
    last_seen_at: nullable(instantText),
    revoked_at: nullable(instantText),
    app_version: nullable(Type.String({ examples: ["1.0.0"] })),
    reported: nullable(
      Type.Object({
        at: instantText,
        unsent: figure,
        oldest_unsent_ms: figure,
        unsent_value: nullable(decimalText),
        storage_persisted: nullable(Type.Boolean()),
        storage_usage: figure,
        storage_quota: figure,
        clock_offset_ms: figure,
        clock_error_ms: figure,
        next_device_seq: figure,
      }),
    ),
  },
  { title: "Device" },
);
export type DeviceAnswer = Static<typeof device>;

export const deviceListQuery = Type.Object({
  limit: Type.Optional(Type.String({ description: "50, at most 200", examples: ["50"] })),
  cursor: Type.Optional(
    Type.String({
      maxLength: 64,
      description: "from the Link header",
      examples: ["0197c0de-0000-7000-8000-000000000001"],
    }),
  ),
});

/** `PATCH /api/devices/{id}/` */
export const deviceChangeRequest = Type.Object(
  { name: Type.String({ minLength: 1, maxLength: DEVICE_NAME_LENGTH_MAX, pattern: String.raw`\S` }) },
  { ...strict, title: "DeviceChangeRequest", examples: [{ name: "Counter 2" }] },
);
export type DeviceChangeRequest = Static<typeof deviceChangeRequest>;
