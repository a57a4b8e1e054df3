import { basename } from "node:path";
import { parseSync } from "oxc-parser";
import type { SourceFile } from "../source-tree.ts";
import type { Violation } from "../violation.ts";

/** Words that name nothing: a file called so ends up holding everything. */
const EMPTY_WORDS = ["helper", "helpers", "util", "utils", "misc", "data", "info", "lib"];

/** Folders whose name another tool or the brief fixed. */
const GIVEN_FOLDERS = new Set(["tests/replay/data"]);

/** A word of the glossary's table of words to avoid, with the word to use. */
export interface AvoidedWord {
  readonly avoid: string;
  readonly say: string;
}

/** Reads the table under "Words to avoid": `| avoid | say | because |`. */
export function readAvoidedWords(glossary: string): AvoidedWord[] {
  const section = glossary.split(/^## Words to avoid$/m)[1] ?? "";
  return section.split("\n").flatMap((line) => {
    const [, avoid = "", say = ""] = line.split("|").map((cell) => cell.trim());
    return /^[a-z]+$/.test(avoid) && avoid !== "avoid" ? [{ avoid, say }] : [];
  });
}

/** Judges the names of a file, of its folders and of what it exports. */
export function judgeNames(file: SourceFile, avoided: readonly AvoidedWord[]): Violation[] {
  return [...namesOfPath(file.path), ...exportedNames(file)].flatMap(({ name, line }) => {
    const problem = findProblem(name, avoided);
    return problem === undefined ? [] : [{ file: file.path, line, problem }];
  });
}

interface Name {
  readonly name: string;
  readonly line: number;
}

function findProblem(name: string, avoided: readonly AvoidedWord[]): string | undefined {
  const words = name
    .replaceAll(/([a-z0-9])([A-Z])|([A-Z])(?=[A-Z][a-z])/g, "$1$3-$2")
    .toLowerCase()
    .split(/[^a-z0-9]+/);
  // A manager is also a role (isManagerOrOwner), and a password may be common; a class or a folder may be neither.
  const isManagerOfThings = words.length > 1 && words.at(-1) === "manager" && /^[A-Z]|-/.test(name);
  const isNothingElse = words.length === 1 && words[0] === "common";
  const empty = isManagerOfThings ? "manager" : words.find((word) => isNothingElse || EMPTY_WORDS.includes(word));
  if (empty !== undefined) return `the name ${name} says "${empty}", which means nothing; say what it is or does`;
  const nouns = words.filter((_, index) => !isFree(words, index));
  const found = avoided.find(({ avoid }) => nouns.includes(avoid));
  return found && `the name ${name} says "${found.avoid}"; the glossary says "${found.say}"`;
}

/** In first place (storeAnswers) and after "to" (flagsToStore) a word is a verb; an object store is IndexedDB's. */
function isFree(words: readonly string[], index: number): boolean {
  const before = words[index - 1];
  return words.length > 1 && (index === 0 || before === "to" || before === "object");
}

function namesOfPath(path: string): Name[] {
  const folders = path.split("/").slice(0, -1);
  return [...folders.filter((_, index) => !GIVEN_FOLDERS.has(folders.slice(0, index + 1).join("/"))), basename(path)]
    .map((name) => name.replace(/\.[a-z.-]+$/, ""))
    .filter((name) => name !== "")
    .map((name) => ({ name, line: 1 }));
}

function exportedNames({ path, text }: SourceFile): Name[] {
  const entries = parseSync(path, text).module.staticExports.flatMap((statement) => statement.entries);
  return entries.flatMap(({ exportName, start }) =>
    exportName.name ? [{ name: exportName.name, line: text.slice(0, start).split("\n").length }] : [],
  );
}
