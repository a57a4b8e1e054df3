import { choiceSetting, integerSetting, listSetting, switchSetting, textSetting } from "./setting.ts";

const MINUTE_MS = 60_000;
const MEBIBYTE = 1024 * 1024;

/** Every setting of the server. The documentation's table is made from this one. */
export const SETTINGS = {
  port: integerSetting({
    env: "PORT",
    default: 3000,
    min: 0,
    max: 65_535,
    meaning: "Port to listen on; 0 takes a free one.",
  }),
  host: textSetting({
    env: "HOST",
    default: "0.0.0.0",
    accepts: "an address",
    meaning: "Address to listen on. 127.0.0.1 keeps other machines out.",
  }),
  databaseUrl: textSetting({
    env: "DATABASE_URL",
    default: undefined,
    accepts: "postgres://…, mysql://…, sqlite:<file>",
    meaning: "The database. Unset: a SQLite file in the data folder.",
    isSecret: true,
  }),
  databaseOwnerUrl: textSetting({
    env: "DATABASE_OWNER_URL",
    default: undefined,
    accepts: "postgres://…",
    meaning: "PostgreSQL: the role that owns the tables, for migrations and backups. DATABASE_URL should not own them.",
    isSecret: true,
  }),
  databaseConnectionsMax: integerSetting({
    env: "DUKA_DATABASE_CONNECTIONS",
    default: 10,
    min: 1,
    max: 1_000,
    meaning: "Most connections to PostgreSQL or MySQL.",
  }),
  migratesAutomatically: switchSetting({
    env: "DUKA_MIGRATE_AT_START",
    default: false,
    meaning: "Migrate PostgreSQL or MySQL when the server starts. SQLite always migrates itself.",
  }),
  dataDir: textSetting({
    env: "DUKA_DATA_DIR",
    default: "duka-data",
    accepts: "a folder",
    meaning: "Where the SQLite file lives.",
  }),
  tillDir: textSetting({
    env: "DUKA_TILL_DIR",
    default: undefined,
    accepts: "a folder",
    meaning: "The built till to serve. Unset: the one of this installation.",
  }),
  logLevel: choiceSetting({
    env: "LOG_LEVEL",
    default: "warn",
    choices: ["fatal", "error", "warn", "info", "debug", "trace", "silent"],
    meaning: "Least severe log line to write; info writes one per request.",
  }),
  trustsProxy: switchSetting({
    env: "DUKA_TRUST_PROXY",
    default: false,
    meaning: "Believe X-Forwarded-For, -Host and -Proto. Only behind a proxy that sets them.",
  }),
  corsOrigins: listSetting({
    env: "DUKA_CORS_ORIGINS",
    default: [],
    accepts: "https://a.example,https://b.example",
    meaning: "Other sites whose pages may call the API with a token.",
  }),
  bodyBytesMax: integerSetting({
    env: "DUKA_BODY_BYTES_MAX",
    default: MEBIBYTE,
    min: 1024,
    max: 64 * MEBIBYTE,
    meaning: "Largest request body after decompression; batches and imports have their own limits.",
  }),
  requestsPerMinuteMax: integerSetting({
    env: "DUKA_REQUESTS_PER_MINUTE",
    default: 6_000,
    min: 0,
    max: 1_000_000,
    meaning: "Most requests a minute from one address; 0 is no limit.",
  }),
  loginFailuresMax: integerSetting({
    env: "DUKA_LOGIN_FAILURES_MAX",
    default: 10,
    min: 0,
    max: 1_000,
    meaning: "Wrong passwords for one account from one address per window before it must wait; 0 is no limit.",
  }),
  loginWindowMs: integerSetting({
    env: "DUKA_LOGIN_WINDOW_MS",
    default: 15 * MINUTE_MS,
    min: 1_000,
    max: 24 * 60 * MINUTE_MS,
    meaning: "Length of that window.",
  }),
  sessionDays: integerSetting({
    env: "DUKA_SESSION_DAYS",
    default: 30,
    min: 1,
    max: 400,
    meaning: "Days after its last use at which a till's sign-in ends.",
  }),
  defaultCurrency: textSetting({
    env: "DUKA_DEFAULT_CURRENCY",
    default: "USD",
    accepts: "an ISO 4217 code",
    meaning: "Currency of a shop that registers without one.",
  }),
  defaultTimeZone: textSetting({
    env: "DUKA_DEFAULT_TIME_ZONE",
    default: "UTC",
    accepts: "an IANA time zone",
    meaning: "Time zone of a shop that registers without one.",
  }),
  smtpUrl: textSetting({
    env: "DUKA_SMTP_URL",
    default: undefined,
    accepts: "smtp://user:password@host:587, smtps://…",
    meaning: "The mail server for low-stock alerts and invitations. Unset: no mail is sent.",
    isSecret: true,
  }),
  mailFrom: textSetting({
    env: "DUKA_MAIL_FROM",
    default: undefined,
    accepts: "Duka <duka@example.com>",
    meaning: "Who Duka's mails are from; needed with DUKA_SMTP_URL.",
  }),
  requestTimeoutMs: integerSetting({
    env: "DUKA_REQUEST_TIMEOUT_MS",
    default: 30_000,
    min: 1_000,
    max: 10 * MINUTE_MS,
    meaning: "Longest time a request may take to arrive.",
  }),
  headersTimeoutMs: integerSetting({
    env: "DUKA_HEADERS_TIMEOUT_MS",
    default: 10_000,
    min: 1_000,
    max: MINUTE_MS,
    meaning: "Longest time its headers may take.",
  }),
  stopTimeoutMs: integerSetting({
    env: "DUKA_STOP_TIMEOUT_MS",
    default: 20_000,
    min: 100,
    max: 10 * MINUTE_MS,
    meaning: "Longest time to finish what is running after SIGTERM.",
  }),
} as const;
