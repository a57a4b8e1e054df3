import { failure, type Result, success } from "@duka/domain";

export type SettingValue = string | number | boolean | readonly string[] | undefined;

/** One setting: where it is read from, what it is when unset, what it means. The table of them feeds parsing, --help and the docs. */
export type Setting<T> = {
  readonly env: string;
  readonly default: T;
  /** What to write, for people: "1–65535", "a folder". */
  readonly accepts: string;
  readonly meaning: string;
  readonly parse: (text: string) => Result<T, string>;
  /** Never shown in logs or by `duka check`. */
  readonly isSecret: boolean;
};

type Words = { readonly env: string; readonly meaning: string; readonly isSecret?: boolean };

export function integerSetting(words: Words & { default: number; min: number; max: number }): Setting<number> {
  const { min, max } = words;
  const accepts = `${min} to ${max}`;
  return {
    isSecret: false,
    ...words,
    accepts,
    parse: (text) => {
      const value = /^\d{1,15}$/.test(text) ? Number(text) : Number.NaN;
      return value >= min && value <= max ? success(value) : failure(`must be a whole number from ${accepts}`);
    },
  };
}

export function textSetting<T extends string | undefined>(
  words: Words & { default: T; accepts: string },
): Setting<string | T> {
  return { isSecret: false, ...words, parse: (text) => success(text) };
}

export function choiceSetting<const T extends string>(
  words: Words & { default: T; choices: readonly T[] },
): Setting<T> {
  const accepts = words.choices.join(", ");
  return {
    isSecret: false,
    env: words.env,
    meaning: words.meaning,
    default: words.default,
    accepts,
    parse: (text) => {
      const choice = words.choices.find((it) => it === text);
      return choice === undefined ? failure(`must be one of ${accepts}`) : success(choice);
    },
  };
}

export function switchSetting(words: Words & { default: boolean }): Setting<boolean> {
  return {
    isSecret: false,
    ...words,
    accepts: "true, false",
    parse: (text) => {
      if (text === "true" || text === "1") return success(true);
      return text === "false" || text === "0" ? success(false) : failure("must be true or false");
    },
  };
}

export function listSetting(
  words: Words & { default: readonly string[]; accepts: string },
): Setting<readonly string[]> {
  return {
    isSecret: false,
    ...words,
    parse: (text) =>
      success(
        text
          .split(",")
          .map((it) => it.trim())
          .filter((it) => it !== ""),
      ),
  };
}
