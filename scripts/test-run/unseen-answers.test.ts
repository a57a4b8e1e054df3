import { expect, test } from "vitest";
import { unseenAnswers } from "./unseen-answers.ts";

const paths = {
  "/api/products/{id}/": { get: { responses: { "200": {}, "404": {} } }, delete: { responses: { "204": {} } } },
};

test("what the document promises and no test has seen is named", () => {
  const seen = "GET /api/products/:id/ 200\nDELETE /api/products/:id/ 204\nDELETE /api/products/:id/ 404\n";
  expect(unseenAnswers({ paths }, seen)).toEqual(["GET /api/products/{id}/ 404"]);
});

test("nothing seen is everything missing", () => {
  expect(unseenAnswers({ paths }, "")).toHaveLength(3);
});
