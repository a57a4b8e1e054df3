import { runTransaction } from "./run-transaction.ts";
import type { Database } from "./schema.ts";

/** Who this installation is. A restore mints a new epoch; a copy made for staging gets a new environment id as well. */
export type Installation = { readonly environmentId: string; readonly epoch: string };

/** Reads the installation's identity; the first start on an empty database mints it. */
export async function ensureInstallation(db: Database, newId: () => string): Promise<Installation> {
  return await runTransaction(db, async (trx) => {
    const read = async (name: string): Promise<string> => {
      const row = await trx.selectFrom("server_settings").select("value").where("name", "=", name).executeTakeFirst();
      if (row !== undefined) return row.value;
      const value = newId();
      await trx.insertInto("server_settings").values({ name, value }).execute();
      return value;
    };
    return { environmentId: await read("environment_id"), epoch: await read("epoch") };
  });
}

/** The epoch now; it changes under a running server when something was found missing. */
export async function readEpoch(db: Database): Promise<string> {
  const row = await db
    .selectFrom("server_settings")
    .select("value")
    .where("name", "=", "epoch")
    .executeTakeFirstOrThrow();
  return row.value;
}
