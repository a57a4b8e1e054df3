import { NAME_LENGTH_MAX } from "@duka/domain";
import { type Static, Type } from "typebox";
import { uuidText } from "./scalars.ts";

/** Languages in which a shop's people are written to. */
const shopLanguage = Type.Union([Type.Literal("en"), Type.Literal("fr"), Type.Literal("sw"), Type.Literal("ar")]);

/** What an owner may change about the shop. */
export const shopSettings = Type.Object(
  {
    id: uuidText,
    name: Type.String({ examples: ["Mama Mboga"] }),
    language: shopLanguage,
  },
  { title: "ShopSettings" },
);
export type ShopSettingsAnswer = Static<typeof shopSettings>;

/** `PATCH /api/shop/`: what is absent stays. */
export const shopChangeRequest = Type.Object(
  {
    name: Type.Optional(Type.String({ minLength: 1, maxLength: NAME_LENGTH_MAX, pattern: String.raw`\S` })),
    language: Type.Optional(shopLanguage),
  },
  { additionalProperties: false, title: "ShopChangeRequest", examples: [{ name: "Mama Mboga", language: "sw" }] },
);
export type ShopChangeRequest = Static<typeof shopChangeRequest>;
