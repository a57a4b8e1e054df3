import { type Expression, parseSync, Visitor } from "oxc-parser";
import type { SourceFile } from "../source-tree.ts";
import type { Violation } from "../violation.ts";

const LINES_MAX = 400;
const DEPTH_MAX = 4;
const HALF_RUN = new Set(["only", "skip", "todo", "fails", "skipIf", "runIf", "fixme"]);
const TEST_FUNCTIONS = new Set(["test", "it", "describe", "suite"]);

/** A file that long has more than one subject. */
export function judgeLength({ path, text }: SourceFile): Violation[] {
  const lines = text.split("\n").length;
  return lines > LINES_MAX ? [{ file: path, line: LINES_MAX, problem: `has ${lines} lines; split it by subject` }] : [];
}

/** At most four levels of folders inside a package. */
export function judgeDepth({ path }: SourceFile): Violation[] {
  const folders = path.split("/").length - 1;
  const inside = path.startsWith("packages/") ? folders - 2 : folders - 1;
  return inside > DEPTH_MAX
    ? [{ file: path, line: 1, problem: `lies ${inside} folders deep; ${DEPTH_MAX} is the most` }]
    : [];
}

/** A test that is switched off, or that switches its neighbours off, reads as green and tests nothing. */
export function judgeSwitchedOffTests({ path, text }: SourceFile): Violation[] {
  const violations: Violation[] = [];
  new Visitor({
    MemberExpression: (node) => {
      const { object, property } = node;
      if (property.type !== "Identifier" || !HALF_RUN.has(property.name) || !isTestFunction(object)) return;
      const line = text.slice(0, property.start).split("\n").length;
      violations.push({ file: path, line, problem: `.${property.name}: run the test, or delete it` });
    },
  }).visit(parseSync(path, text).program);
  return violations;
}

/** `test`, and what hangs from it: `test.describe`, `test.each([…])`. */
function isTestFunction(node: Expression): boolean {
  if (node.type === "Identifier") return TEST_FUNCTIONS.has(node.name);
  if (node.type === "CallExpression") return node.callee.type !== "Super" && isTestFunction(node.callee);
  return node.type === "MemberExpression" && isTestFunction(node.object);
}
