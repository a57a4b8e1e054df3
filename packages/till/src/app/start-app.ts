import { type Enrolment, loadEnrolment } from "../session/enrolment.ts";
import { onSessionChange } from "../session/session-change.ts";
import { openTillDatabase } from "../storage/till-database.ts";
import { newId } from "../storage/new-id.ts";
import type { OpenTillTools } from "./open-till.ts";

/** Opens the till's own memory and reads who is signed in. Rejects when the device stores nothing. */
export async function startApp(): Promise<{ enrolment: Enrolment | undefined; tools: OpenTillTools }> {
  const database = await openTillDatabase();
  const enrolment = await loadEnrolment(database);
  // Who is at the till changed in another tab; the open cart is stored, so starting again loses nothing.
  onSessionChange(() => location.reload());
  return { enrolment, tools: { database, newId } };
}
