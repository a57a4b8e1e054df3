import { type Operation, operations } from "@duka/protocol/operations";
import { readApiPage, type ShownCall } from "./read-api-page.ts";

const COLLECTION_ID = "0197c0de-0000-7000-8000-0000000000ff";

/** `ops/postman/duka.postman_collection.generated.json`: the calls of docs/api.md, named and grouped as in the OpenAPI document. */
export function postmanCollection(): string {
  const calls = readApiPage();
  const folders = Map.groupBy(calls, ({ operationKey }) => operations[operationKey].tag);
  const variables = new Set(calls.flatMap(({ keeps }) => keeps.map(([name]) => name)));
  const collection = {
    info: {
      _postman_id: COLLECTION_ID,
      name: "Duka",
      description: "Run it from the top against a fresh server; set DUKA to its address.",
      schema: "https://schema.getpostman.com/json/collection/v2.1.0/collection.json",
    },
    variable: [{ key: "DUKA", value: "http://127.0.0.1:3000" }, ...[...variables].map((key) => ({ key, value: "" }))],
    item: [...folders].map(([name, folder]) => ({ name, item: folder.map(toItem) })),
  };
  return `${JSON.stringify(collection, null, 2)}\n`;
}

function toItem({ operationKey, request, status, keeps }: ShownCall) {
  const { id, summary, description = "" }: Operation = operations[operationKey];
  const { method, url, headers, body, form } = request;
  const script = [
    `pm.test("${id} answers ${status}", () => pm.response.to.have.status(${status}));`,
    ...keeps.map(([name, path]) => `pm.collectionVariables.set("${name}", ${accessTo(path)});`),
  ];
  return {
    name: summary,
    event: [{ listen: "test", script: { type: "text/javascript", exec: script } }],
    request: {
      method,
      header: headers.map(([key, value]) => ({ key, value })),
      ...(body !== undefined && { body: { mode: "raw", raw: body } }),
      ...(form.length > 0 && { body: { mode: "formdata", formdata: form.map(toFormField) } }),
      url,
      description,
    },
  };
}

function toFormField([key, value]: readonly [string, string]) {
  return value.startsWith("@") ? { key, type: "file", src: value.slice(1) } : { key, type: "text", value };
}

function accessTo(path: string): string {
  return path.split(".").reduce((access, part) => `${access}[${JSON.stringify(part)}]`, "pm.response.json()");
}
