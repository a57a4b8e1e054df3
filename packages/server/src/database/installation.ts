import { runTransaction } from "./run-transaction.ts";
import type { Database } from "./schema.ts";
import { upsertRows } from "./write-rows.ts";

/** Who this installation is. A restore mints a new epoch; a copy made for staging gets a new environment id as well. */
export type Installation = { readonly environmentId: string; readonly epoch: string };

/** Reads the installation's identity; the first start on an empty database mints it, also when two start at once. */
export async function ensureInstallation(db: Database, newId: () => string): Promise<Installation> {
  const minted = ["environment_id", "epoch"].map((name) => ({ name, value: newId() }));
  return await runTransaction(db, async (trx) => {
    await upsertRows(trx, "server_settings", minted, { key: ["name"] });
    return { environmentId: await readSetting(trx, "environment_id"), epoch: await readSetting(trx, "epoch") };
  });
}

/** The epoch now; it changes under a running server when something was found missing. */
export async function readEpoch(db: Database): Promise<string> {
  return await readSetting(db, "epoch");
}

async function readSetting(db: Pick<Database, "selectFrom">, name: string): Promise<string> {
  const setting = db.selectFrom("server_settings").select("value").where("name", "=", name);
  return (await setting.executeTakeFirstOrThrow()).value;
}
