import { type Result, success } from "@duka/domain";
import type { PushItem, PushResult } from "@duka/protocol";
import { databaseFailureOf } from "../../database/database-failure.ts";
import { type CommittedPush, commitPush, type Push, type PushServices } from "./commit-push.ts";

/** A person has to mend the server first; the device may ask again now and then. */
const BROKEN_RETRY_AFTER_MS = 60_000;

type Accepted = Result<CommittedPush, "device_revoked">;

/**
 * Takes a push: one result per item, in their order. An item on which the server breaks gets `retry`, and
 * never holds back its neighbours: the push is halved until it stands alone.
 */
export function acceptPush(services: PushServices, push: Push): Promise<Accepted> {
  return acceptItems(services, push, push.request.items);
}

async function acceptItems(services: PushServices, push: Push, items: readonly PushItem[]): Promise<Accepted> {
  try {
    return await commitPush(services, push, items);
  } catch (error) {
    const [first, second] = items;
    // Halving does not help against a database that is away, and without items there is nothing to blame.
    if (first === undefined || isDatabaseAway(error)) throw error;
    if (second !== undefined) return await acceptHalves(services, push, items);
    services.reportBrokenItem(first, error);
    const rest = await commitPush(services, push, []);
    return rest.ok ? success({ ...rest.value, results: [brokenResult(first)] }) : rest;
  }
}

async function acceptHalves(services: PushServices, push: Push, items: readonly PushItem[]): Promise<Accepted> {
  const middle = Math.ceil(items.length / 2);
  const early = await acceptItems(services, push, items.slice(0, middle));
  if (!early.ok) return early;
  const late = await acceptItems(services, push, items.slice(middle));
  if (!late.ok) return late;
  const { missing } = early.value;
  return success({ ...late.value, missing, results: [...early.value.results, ...late.value.results] });
}

function isDatabaseAway(error: unknown): boolean {
  const failure = databaseFailureOf(error);
  return failure === "retry" || failure === "connection_lost" || failure === "unavailable";
}

function brokenResult({ id }: PushItem): PushResult {
  const detail = "The server broke on this item and kept nothing of it. It is reported; send it again later.";
  return { id, status: "retry", code: "internal_error", detail, retry_after_ms: BROKEN_RETRY_AFTER_MS };
}
