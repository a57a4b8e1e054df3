import { type Static, Type } from "typebox";
import { idNumber, textUpTo, uuidInput, uuidText } from "./scalars.ts";

export const USERNAME_LENGTH_MAX = 150;
export const EMAIL_LENGTH_MAX = 254;
export const PASSWORD_LENGTH_MAX = 1024;
export const DEVICE_NAME_LENGTH_MAX = 128;

const username = Type.String({ minLength: 1, maxLength: USERNAME_LENGTH_MAX, pattern: String.raw`\S` });
const password = Type.String({ maxLength: PASSWORD_LENGTH_MAX });

const token = Type.String({ description: "shown only now", examples: ["duka_pX1v0N4qkQ2m8hJr5tYw7uZb3cVd6eFg"] });
const name = (example: string) => Type.String({ examples: [example] });

/** Who may do what in a shop; `device` is a till's own credential. */
const role = Type.Union([
  Type.Literal("owner"),
  Type.Literal("manager"),
  Type.Literal("cashier"),
  Type.Literal("device"),
]);

export const registerRequest = Type.Object(
  {
    username,
    email: Type.String({ maxLength: EMAIL_LENGTH_MAX, pattern: String.raw`^\s*[^\s@]+@[^\s@]+\s*$` }),
    password,
    shop_name: Type.Optional(textUpTo(255)),
    currency: Type.Optional(Type.String({ pattern: "^[A-Za-z]{3}$", description: "ISO 4217" })),
    time_zone: Type.Optional(Type.String({ maxLength: 64, description: "IANA name" })),
  },
  {
    title: "RegisterRequest",
    examples: [
      {
        username: "amina",
        email: "amina@example.com",
        password: "correct horse battery",
        shop_name: "Amina's",
        currency: "KES",
        time_zone: "Africa/Nairobi",
      },
    ],
  },
);
export type RegisterRequest = Static<typeof registerRequest>;

export const registerAnswer = Type.Object(
  {
    token,
    user: Type.Object({
      id: idNumber,
      username: name("amina"),
      email: Type.String({ examples: ["amina@example.com"] }),
    }),
  },
  { title: "RegisterAnswer" },
);
export type RegisterAnswer = Static<typeof registerAnswer>;

export const loginRequest = Type.Object(
  {
    username: textUpTo(USERNAME_LENGTH_MAX),
    password,
    device_name: Type.Optional(textUpTo(DEVICE_NAME_LENGTH_MAX)),
    shop: Type.Optional(uuidInput),
  },
  {
    title: "LoginRequest",
    examples: [{ username: "amina", password: "correct horse battery", device_name: "Office" }],
  },
);
export type LoginRequest = Static<typeof loginRequest>;

export const loginAnswer = Type.Object({ token, username: name("amina") }, { title: "LoginAnswer" });
export type LoginAnswer = Static<typeof loginAnswer>;

export const shopSummary = Type.Object({
  id: uuidText,
  name: name("Amina's"),
  currency: Type.String({ description: "ISO 4217", examples: ["KES"] }),
  currency_exponent: Type.Integer({ description: "decimals of the currency", examples: [2] }),
  time_zone: Type.String({ description: "IANA name", examples: ["Africa/Nairobi"] }),
  day_cut_minutes: Type.Integer({ description: "after midnight, when a business date begins", examples: [0] }),
});
export type ShopSummary = Static<typeof shopSummary>;

export const userAnswer = Type.Object(
  {
    id: idNumber,
    username: name("amina"),
    email: Type.String({ examples: ["amina@example.com"] }),
    first_name: name("Amina"),
    last_name: name("Otieno"),
    shop: shopSummary,
    role,
  },
  { title: "User" },
);
export type UserAnswer = Static<typeof userAnswer>;

/** What the till needs to know about who is signed in. */
export const sessionAnswer = Type.Object(
  {
    user: Type.Object({
      id: idNumber,
      username: name("amina"),
      first_name: name("Amina"),
      last_name: name("Otieno"),
    }),
    shop: shopSummary,
    role,
  },
  { title: "Session" },
);

/** A sentence for people, where there is nothing else to say. */
export const messageAnswer = Type.Object({ message: Type.String({ examples: ["Signed out."] }) });
export type SessionAnswer = Static<typeof sessionAnswer>;
