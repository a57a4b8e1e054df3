import { expect, test } from "vitest";
import { defaultConfig, describeSettings, readConfig } from "./config.ts";

test("nothing set means the defaults, and an empty variable is nothing", () => {
  expect(readConfig({})).toEqual({ ok: true, value: defaultConfig() });
  expect(readConfig({ PORT: "", DATABASE_URL: " " })).toEqual({ ok: true, value: defaultConfig() });
});

test("settings are read from their variables", () => {
  const read = readConfig({
    PORT: "8080",
    DUKA_TRUST_PROXY: "1",
    DUKA_CORS_ORIGINS: "https://a.example, https://b.example",
  });
  const corsOrigins = ["https://a.example", "https://b.example"];
  expect(read).toEqual({ ok: true, value: defaultConfig({ port: 8080, trustsProxy: true, corsOrigins }) });
});

test("all mistakes are told at once, each with its variable, and without secrets", () => {
  const read = readConfig({
    PORT: "99999",
    LOG_LEVEL: "loud",
    DUKA_TRUST_PROXY: "perhaps",
    DATABASE_URL: "oracle://user:hunter2@host/db",
    DUKA_DEFAULT_CURRENCY: "XQX",
    DUKA_DEFAULT_TIME_ZONE: "Mars/Base",
  });
  const mistakes = read.ok ? [] : read.error;
  expect(mistakes).toHaveLength(6);
  const variables = ["PORT", "LOG_LEVEL", "DUKA_TRUST_PROXY", "DATABASE_URL", "DUKA_DEFAULT_CURRENCY"];
  for (const name of [...variables, "DUKA_DEFAULT_TIME_ZONE"]) {
    expect(mistakes.filter((mistake) => mistake.startsWith(`${name} `))).toHaveLength(1);
  }
  expect(mistakes.join()).not.toContain("hunter2");
});

test("every setting says what it means, under a variable of its own", () => {
  const rows = describeSettings();
  expect(new Set(rows.map((row) => row.env)).size).toBe(rows.length);
  for (const row of rows) expect(row.meaning).toMatch(/^[A-Z].*\.$/);
});
