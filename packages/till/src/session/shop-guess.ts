import { currencyCodes } from "@duka/domain";

/** The currency by the clock's time zone, where shops like ours are; anything else starts at the dollar. */
const CURRENCY_BY_TIME_ZONE: Readonly<Record<string, string>> = {
  "Africa/Nairobi": "KES",
  "Africa/Dar_es_Salaam": "TZS",
  "Africa/Kampala": "UGX",
  "Africa/Kigali": "RWF",
  "Africa/Bujumbura": "BIF",
  "Africa/Addis_Ababa": "ETB",
  "Africa/Lagos": "NGN",
  "Africa/Accra": "GHS",
  "Africa/Abidjan": "XOF",
  "Africa/Dakar": "XOF",
  "Africa/Douala": "XAF",
  "Africa/Kinshasa": "CDF",
  "Africa/Lubumbashi": "CDF",
  "Africa/Lusaka": "ZMW",
  "Africa/Harare": "USD",
  "Africa/Maputo": "MZN",
  "Africa/Johannesburg": "ZAR",
  "Africa/Cairo": "EGP",
  "Africa/Casablanca": "MAD",
  "Asia/Kolkata": "INR",
  "Asia/Dhaka": "BDT",
  "Asia/Karachi": "PKR",
  "Asia/Manila": "PHP",
  "Asia/Jakarta": "IDR",
  "Europe/London": "GBP",
};
const CURRENCY_OTHERWISE = "USD";

export function guessTimeZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone || "UTC";
}

export function guessCurrency(timeZone: string): string {
  return CURRENCY_BY_TIME_ZONE[timeZone] ?? (timeZone.startsWith("Europe/") ? "EUR" : CURRENCY_OTHERWISE);
}

/** Every currency a shop may choose, with its name in the reader's language, by name. */
export function currencyChoices(): readonly { readonly code: string; readonly name: string }[] {
  const names = new Intl.DisplayNames(undefined, { type: "currency" });
  const choices = currencyCodes().map((code) => ({ code, name: names.of(code) ?? code }));
  return choices.toSorted((left, right) => left.name.localeCompare(right.name));
}

/** Every time zone this device knows, its own included. */
export function timeZoneChoices(): readonly string[] {
  return [...new Set([guessTimeZone(), "UTC", ...Intl.supportedValuesOf("timeZone")])].toSorted();
}
