import { type ChildProcess, fork } from "node:child_process";
import type { ClientAnswer, ClientNews, ClientTill } from "./client-call.ts";

const PROGRAM = new URL("./client-process.ts", import.meta.url);
const PROCESSES_MAX = 4;

/**
 * Lets all tills loose at once, dealt over several processes that are up before the first call is sent. Answers what each
 * till heard, in the order of its calls.
 */
export async function raceClients(tills: readonly ClientTill[]): Promise<readonly (readonly ClientAnswer[])[]> {
  const hands = dealTills(tills);
  const clients = hands.map(() => fork(PROGRAM));
  try {
    await Promise.all(clients.map((client) => newsOf(client, "ready")));
    const heard = clients.map((client) => newsOf(client, "done"));
    for (const [index, client] of clients.entries()) client.send((hands[index] ?? []).map(({ till }) => till));
    return gather(hands, await Promise.all(heard));
  } finally {
    for (const client of clients) client.disconnect();
  }
}

type DealtTill = { readonly index: number; readonly till: ClientTill };
type Done = Extract<ClientNews, { kind: "done" }>;

function dealTills(tills: readonly ClientTill[]): readonly (readonly DealtTill[])[] {
  const hands: DealtTill[][] = Array.from({ length: Math.min(PROCESSES_MAX, tills.length) }, () => []);
  for (const [index, till] of tills.entries()) hands[index % hands.length]?.push({ index, till });
  return hands;
}

function gather(hands: readonly (readonly DealtTill[])[], news: readonly ClientNews[]): ClientAnswer[][] {
  const answers: ClientAnswer[][] = [];
  for (const [process, hand] of hands.entries()) {
    const { answers: heard } = news[process] as Done; // newsOf waited for this kind.
    for (const [position, { index }] of hand.entries()) answers[index] = [...(heard[position] ?? [])];
  }
  return answers;
}

function newsOf(client: ChildProcess, kind: ClientNews["kind"]): Promise<ClientNews> {
  return new Promise((resolve, reject) => {
    client.on("message", (news: ClientNews) => {
      if (news.kind === kind) resolve(news);
    });
    client.once("error", reject);
    client.once("exit", (code) => reject(new Error(`A client process ended with exit code ${code}.`)));
  });
}
