/** One HTTP request of a till or a back office, as a client process is told to send it. */
export type ClientCall = {
  readonly url: string;
  readonly token?: string;
  /** What is posted: a JSON body, or a CSV file in a form. */
  readonly post: { readonly json: unknown } | { readonly csv: string };
};

/** What came back; the body is JSON wherever the server answers as it should. */
export type ClientAnswer = { readonly status: number; readonly body: unknown };

/** Calls that one till sends one after the other. Tills know nothing of one another. */
export type ClientTill = readonly ClientCall[];

/** From a client process: it is up and waits for its tills, or this is what they heard, in the order of the calls. */
export type ClientNews =
  | { readonly kind: "ready" }
  | { readonly kind: "done"; readonly answers: readonly (readonly ClientAnswer[])[] };
