import { type Expression, parseSync, Visitor } from "oxc-parser";
import { seams } from "../seams.ts";
import { isTestCode, type SourceFile } from "../source-tree.ts";
import type { Violation } from "../violation.ts";
import { partOf } from "./import-rules.ts";

interface Use {
  readonly name: string;
  readonly start: number;
}

/** Finds uses of the clock, of chance and of the outside world in code that must be given them. */
export function judgeSeams({ path, text }: SourceFile): Violation[] {
  const part = partOf(path);
  const seam = part === undefined ? undefined : seams[part];
  if (seam === undefined || isTestCode(path) || seam.exceptIn.some((prefix) => path.startsWith(prefix))) return [];
  const uses = findGlobalUses({ path, text }).filter(({ name }) => seam.forbidden.includes(name));
  return [...new Map(uses.map((use) => [use.start, use])).values()].map(({ name, start }) => ({
    file: path,
    line: text.slice(0, start).split("\n").length,
    problem: `uses ${name}; take it as a parameter (clock, random, ids, timers, transport)`,
  }));
}

/** Names called, constructed or read from, with one member: `fetch`, `new Date`, `Math.random`. */
function findGlobalUses({ path, text }: SourceFile): Use[] {
  const uses: Use[] = [];
  const add = (node: Expression, prefix = "") => {
    if (node.type === "Identifier") uses.push({ name: prefix + node.name, start: node.start });
  };
  new Visitor({
    CallExpression: (node) => node.callee.type !== "Super" && add(node.callee),
    NewExpression: (node) => node.arguments.length === 0 && add(node.callee, "new "),
    MemberExpression: (node) => {
      const { object, property } = node;
      if (object.type !== "Identifier") return;
      uses.push({ name: object.name, start: object.start });
      if (property.type === "Identifier") uses.push({ name: `${object.name}.${property.name}`, start: object.start });
    },
    // Passed on or kept: `const { now } = Date`, `clock: performance`.
    VariableDeclarator: (node) => node.init && add(node.init),
    AssignmentPattern: (node) => add(node.right),
    ArrowFunctionExpression: (node) => node.body.type !== "BlockStatement" && add(node.body),
  }).visit(parseSync(path, text).program);
  return uses;
}
