import { expect, test } from "vitest";
import { parseCurl } from "./parse-curl.ts";

test("a command over several lines, with quotes and variables", () => {
  const command = `curl -X PATCH "$DUKA/api/products/$ID/" \\\n  -H "Authorization: Bearer $TOKEN" \\\n  -d '{"name": "It $is", "id": '$ID'}'`;
  expect(parseCurl(command)).toEqual({
    method: "PATCH",
    url: "{{DUKA}}/api/products/{{ID}}/",
    headers: [["Authorization", "Bearer {{TOKEN}}"]],
    body: '{"name": "It $is", "id": {{ID}}}',
    form: [],
  });
});

test("a form is a POST, as is a body; else it is a GET", () => {
  expect(parseCurl("curl $DUKA/a/ -F file=@products.csv")).toMatchObject({
    method: "POST",
    form: [["file", "@products.csv"]],
  });
  expect(parseCurl("curl $DUKA/a/ -d '{}'")).toMatchObject({ method: "POST", body: "{}" });
  expect(parseCurl("curl $DUKA/a/")).toMatchObject({ method: "GET" });
});

test("what it cannot read it refuses", () => {
  expect(() => parseCurl("curl --insecure $DUKA/a/")).toThrow("--insecure");
  expect(() => parseCurl("wget $DUKA/a/")).toThrow("not curl");
});
