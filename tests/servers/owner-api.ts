/** A shop's owner at the HTTP API. Every answer outside 2xx is an error with what the server said. */
export class OwnerApi {
  readonly #serverUrl: string;
  #token: string | undefined;

  constructor(serverUrl: string) {
    this.#serverUrl = serverUrl;
  }

  useToken(token: string): void {
    this.#token = token;
  }

  async post<Answer>(path: string, body: object): Promise<Answer> {
    const answer = await this.#send(path, { method: "POST", body: JSON.stringify(body) });
    return (await answer.json()) as Answer; // The caller names the contract's type; the checks compare every value.
  }

  async get<Answer>(path: string): Promise<Answer> {
    const answer = await this.#send(path, { method: "GET" });
    return (await answer.json()) as Answer; // As above.
  }

  /** All rows of a list, following `Link: rel="next"`. */
  async list<Row>(path: string): Promise<Row[]> {
    const rows: Row[] = [];
    let next: string | undefined = path;
    for (let page = 0; next !== undefined && page < PAGES_MAX; page += 1) {
      const answer: Response = await this.#send(next, { method: "GET" });
      rows.push(...((await answer.json()) as Row[])); // As above.
      next = nextPage(answer.headers.get("link"));
    }
    return rows;
  }

  async #send(path: string, init: RequestInit): Promise<Response> {
    const headers: Record<string, string> = { "content-type": "application/json" };
    if (this.#token !== undefined) headers["authorization"] = `Token ${this.#token}`;
    const answer = await fetch(new URL(path, this.#serverUrl), { ...init, headers });
    if (!answer.ok) throw new Error(`${init.method} ${path}: ${answer.status} ${await answer.text()}`);
    return answer;
  }
}

const PAGES_MAX = 10_000;

function nextPage(link: string | null): string | undefined {
  return /<([^>]+)>;\s*rel="?next"?/.exec(link ?? "")?.[1];
}
