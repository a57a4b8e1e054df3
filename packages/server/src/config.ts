import { currencyExponent, failure, isTimeZone, type Result, success } from "@duka/domain";
import { parseDatabaseTarget } from "./database/database-target.ts";
import type { Setting, SettingValue } from "./config/setting.ts";
import { SETTINGS } from "./config/settings.ts";
import { mailMistakes } from "./mail/mail-mistakes.ts";

type ValueOf<S> = S extends Setting<infer T> ? T : never;

/** The server's settings as parsed. */
export type Config = { readonly [Name in keyof typeof SETTINGS]: ValueOf<(typeof SETTINGS)[Name]> };

/** What every setting is when nothing is set. */
export function defaultConfig(changes: Partial<Config> = {}): Config {
  const defaults = Object.entries(SETTINGS).map(([name, setting]) => [name, setting.default]);
  // Built from the table that the type is made from.
  return { ...(Object.fromEntries(defaults) as Config), ...changes };
}

/** Reads the settings; on mistakes, one line for each of them. An empty variable counts as unset. */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Result<Config, readonly string[]> {
  const mistakes: string[] = [];
  const values = Object.entries<Setting<SettingValue>>(SETTINGS).map(([name, setting]) => {
    const text = env[setting.env]?.trim() ?? "";
    const parsed = text === "" ? success(setting.default) : setting.parse(text);
    if (!parsed.ok) mistakes.push(`${setting.env} ${parsed.error}${setting.isSecret ? "" : `; it is "${text}"`}.`);
    return [name, parsed.ok ? parsed.value : setting.default];
  });
  const config = Object.fromEntries(values) as Config; // Built from the table that the type is made from.
  mistakes.push(...impossibleValues(config));
  return mistakes.length > 0 ? failure(mistakes) : success(config);
}

/** One row a setting, for --help and the docs. */
export function describeSettings(): readonly { env: string; default: string; accepts: string; meaning: string }[] {
  return Object.values<Setting<SettingValue>>(SETTINGS).map(({ env, default: value, accepts, meaning }) => ({
    env,
    default: [value ?? ""].flat().join(","),
    accepts,
    meaning,
  }));
}

function impossibleValues({
  defaultCurrency,
  defaultTimeZone,
  databaseUrl,
  smtpUrl,
  mailFrom,
}: Config): readonly string[] {
  const target = parseDatabaseTarget(databaseUrl, { sqlitePath: "", connectionsMax: 1 });
  return [
    ...(currencyExponent(defaultCurrency) === undefined
      ? [`${SETTINGS.defaultCurrency.env} must be an ISO 4217 code; it is "${defaultCurrency}".`]
      : []),
    ...(isTimeZone(defaultTimeZone)
      ? []
      : [`${SETTINGS.defaultTimeZone.env} must be an IANA time zone; it is "${defaultTimeZone}".`]),
    ...(target.ok ? [] : [`${SETTINGS.databaseUrl.env} ${target.error}.`]),
    ...mailMistakes({ smtpUrl, mailFrom }),
  ];
}
