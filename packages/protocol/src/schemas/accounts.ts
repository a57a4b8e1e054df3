import { type Static, Type } from "typebox";
import { idNumber, textUpTo, uuidInput, uuidText } from "./scalars.ts";

export const USERNAME_LENGTH_MAX = 150;
export const EMAIL_LENGTH_MAX = 254;
export const PASSWORD_LENGTH_MAX = 1024;
export const DEVICE_NAME_LENGTH_MAX = 128;

const username = Type.String({ minLength: 1, maxLength: USERNAME_LENGTH_MAX, pattern: String.raw`\S` });
const password = Type.String({ maxLength: PASSWORD_LENGTH_MAX });

/** Who may do what in a shop; `device` is a till's own credential. */
export const role = Type.Union([
  Type.Literal("owner"),
  Type.Literal("manager"),
  Type.Literal("cashier"),
  Type.Literal("device"),
]);

export const registerRequest = Type.Object({
  username,
  email: Type.String({ maxLength: EMAIL_LENGTH_MAX, pattern: String.raw`^\s*[^\s@]+@[^\s@]+\s*$` }),
  password,
  shop_name: Type.Optional(textUpTo(255)),
  currency: Type.Optional(Type.String({ pattern: "^[A-Za-z]{3}$", description: "ISO 4217" })),
  time_zone: Type.Optional(Type.String({ maxLength: 64, description: "IANA name" })),
});
export type RegisterRequest = Static<typeof registerRequest>;

export const registerAnswer = Type.Object({
  token: Type.String(),
  user: Type.Object({ id: idNumber, username: Type.String(), email: Type.String() }),
});
export type RegisterAnswer = Static<typeof registerAnswer>;

export const loginRequest = Type.Object({
  username: textUpTo(USERNAME_LENGTH_MAX),
  password,
  device_name: Type.Optional(textUpTo(DEVICE_NAME_LENGTH_MAX)),
  shop: Type.Optional(uuidInput),
});
export type LoginRequest = Static<typeof loginRequest>;

export const loginAnswer = Type.Object({ token: Type.String(), username: Type.String() });
export type LoginAnswer = Static<typeof loginAnswer>;

export const shopSummary = Type.Object({
  id: uuidText,
  name: Type.String(),
  currency: Type.String(),
  currency_exponent: Type.Integer(),
  time_zone: Type.String(),
  day_cut_minutes: Type.Integer(),
});
export type ShopSummary = Static<typeof shopSummary>;

export const userAnswer = Type.Object({
  id: idNumber,
  username: Type.String(),
  email: Type.String(),
  first_name: Type.String(),
  last_name: Type.String(),
  shop: shopSummary,
  role,
});
export type UserAnswer = Static<typeof userAnswer>;

/** What the till needs to know about who is signed in. */
export const sessionAnswer = Type.Object({
  user: Type.Object({
    id: idNumber,
    username: Type.String(),
    first_name: Type.String(),
    last_name: Type.String(),
  }),
  shop: shopSummary,
  role,
});
export type SessionAnswer = Static<typeof sessionAnswer>;
