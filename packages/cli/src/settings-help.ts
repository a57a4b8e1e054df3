import { describeSettings } from "@duka/server";

/** The settings table as the end of a `--help` page. */
export function settingsHelp(): string {
  const rows = describeSettings().map(({ env, default: value, accepts, meaning }) => {
    const aside = [accepts, value === "" ? "" : `default ${value}`].filter((text) => text !== "").join("; ");
    return `  ${env}\n      ${meaning} (${aside})`;
  });
  return `\nSettings, from the environment:\n${rows.join("\n")}`;
}
