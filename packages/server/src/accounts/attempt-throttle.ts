import { sha256Hex } from "@duka/domain";
import type { AppContext } from "../app-context.ts";
import { runTransaction } from "../database/run-transaction.ts";
import type { Trx } from "../database/schema.ts";
import { upsertRows } from "../database/write-rows.ts";
import { AppError } from "../http/app-error.ts";

/** Something guesses are counted for, and how many are let through per window. */
export type Subject = { readonly name: string; readonly attemptsMax: number };

/** Against guessing one account from many addresses, and many accounts from one. */
const ACCOUNT_FACTOR = 10;
const ADDRESS_FACTOR = 20;

/** The subjects of one sign-in. Only hashes are stored. */
export function signInSubjects(context: AppContext, usernameKey: string, address: string): readonly Subject[] {
  const { loginFailuresMax } = context.config;
  return [
    subject("pair", `${usernameKey}\n${address}`, loginFailuresMax),
    subject("account", usernameKey, loginFailuresMax * ACCOUNT_FACTOR),
    subject("address", address, loginFailuresMax * ADDRESS_FACTOR),
  ];
}

/** Registrations that met a taken name: they tell which names exist. */
export function registrationSubjects(context: AppContext, address: string): readonly Subject[] {
  return [subject("register", address, context.config.loginFailuresMax * ACCOUNT_FACTOR)];
}

/**
 * Counts an attempt before it is judged, so that a thousand at once are not judged either; throws `too_many_requests`
 * when there were too many. Call `forgiveAttempt` if it turned out well.
 */
export async function countAttempt(context: AppContext, subjects: readonly Subject[]): Promise<void> {
  const { config, clock, db } = context;
  if (config.loginFailuresMax === 0) return;
  const nowMs = clock.nowMs();
  const rows = await runTransaction(db, async (trx) => {
    await trx
      .deleteFrom("login_attempts")
      .where("window_started_at_ms", "<=", nowMs - config.loginWindowMs)
      .execute();
    const attempts = subjects.map(({ name }) => ({ subject: name, failures: 1, window_started_at_ms: nowMs }));
    await upsertRows(trx, "login_attempts", attempts, { key: ["subject"], add: ["failures"] });
    return await attemptsOf(trx, subjects);
  });
  const full = rows.find((row) => row.failures > limitOf(subjects, row.subject));
  if (full !== undefined) throw tooMany(full.window_started_at_ms + config.loginWindowMs - nowMs);
}

/** Takes an attempt back after it succeeded: the person is who they say, from this address. */
export async function forgiveAttempt(context: AppContext, subjects: readonly Subject[]): Promise<void> {
  if (context.config.loginFailuresMax === 0) return;
  const [first, ...others] = subjects.map(({ name }) => name);
  await runTransaction(context.db, async (trx) => {
    await trx
      .deleteFrom("login_attempts")
      .where("subject", "=", first ?? "")
      .execute();
    if (others.length === 0) return;
    await trx
      .updateTable("login_attempts")
      .set((eb) => ({ failures: eb("failures", "-", 1) }))
      .where("subject", "in", others)
      .execute();
  });
}

async function attemptsOf(trx: Trx, subjects: readonly Subject[]) {
  const names = subjects.map(({ name }) => name);
  return await trx.selectFrom("login_attempts").selectAll().where("subject", "in", names).execute();
}

function limitOf(subjects: readonly Subject[], name: string): number {
  return subjects.find((it) => it.name === name)?.attemptsMax ?? Number.POSITIVE_INFINITY;
}

function subject(kind: string, of: string, attemptsMax: number): Subject {
  return { name: `${kind}:${sha256Hex(of)}`, attemptsMax };
}

function tooMany(waitMs: number): AppError {
  const seconds = Math.max(1, Math.ceil(waitMs / 1_000));
  return new AppError("too_many_requests", `Too many tries. Wait ${Math.ceil(seconds / 60)} minutes and try again.`, {
    headers: { "retry-after": String(seconds) },
  });
}
