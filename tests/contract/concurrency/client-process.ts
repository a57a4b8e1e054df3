import type { ClientAnswer, ClientCall, ClientNews, ClientTill } from "./client-call.ts";

// A process with several tills. Told their calls, it sends those of all tills at the same time and reports what they heard.

process.once("message", (tills: readonly ClientTill[]) => void runTills(tills));
// Whoever started us is gone.
process.once("disconnect", () => process.exit());
say({ kind: "ready" });

async function runTills(tills: readonly ClientTill[]): Promise<void> {
  say({ kind: "done", answers: await Promise.all(tills.map(runTill)) });
}

async function runTill(calls: ClientTill): Promise<ClientAnswer[]> {
  const answers: ClientAnswer[] = [];
  for (const call of calls) answers.push(await send(call));
  return answers;
}

async function send({ url, token, post }: ClientCall): Promise<ClientAnswer> {
  const headers = new Headers(token === undefined ? {} : { authorization: `Token ${token}` });
  if ("json" in post) headers.set("content-type", "application/json");
  const body = "json" in post ? JSON.stringify(post.json) : csvForm(post.csv);
  try {
    const answer = await fetch(url, { method: "POST", headers, body });
    const text = await answer.text();
    return { status: answer.status, body: readJson(text) };
  } catch (error) {
    // No answer at all: a status that no test expects.
    return { status: 0, body: error instanceof Error ? `${error.message}: ${String(error.cause)}` : String(error) };
  }
}

function csvForm(csv: string): FormData {
  const form = new FormData();
  form.set("file", new Blob([csv], { type: "text/csv" }), "products.csv");
  return form;
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function say(news: ClientNews): void {
  process.send?.(news);
}
