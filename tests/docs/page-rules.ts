import { posix } from "node:path";
import { parseSync } from "oxc-parser";
import type { Fence, Page } from "./markdown.ts";

const NPM_OWN_COMMANDS = new Set(["ci", "install", "view", "ls", "pack", "publish", "audit"]);
const DIAGRAMS = /^(flowchart|graph|sequenceDiagram|stateDiagram-v2|erDiagram|classDiagram|gantt|timeline)\b/;

/** Links to files that do not exist, and to headings that their page does not have. */
export function findDeadLinks(pages: readonly Page[], files: ReadonlySet<string>): string[] {
  const anchors = new Map(pages.map((page) => [page.path, new Set(page.anchors)]));
  return pages.flatMap((page) =>
    page.links.flatMap(({ target, line }) => {
      const problem = judgeLink(page.path, target, { files, anchors });
      return problem === undefined ? [] : [`${page.path}:${line} links to ${target}, ${problem}`];
    }),
  );
}

interface Known {
  readonly files: ReadonlySet<string>;
  readonly anchors: ReadonlyMap<string, ReadonlySet<string>>;
}

function judgeLink(from: string, target: string, { files, anchors }: Known): string | undefined {
  if (/^(https?:|mailto:)/.test(target)) return URL.canParse(target) ? undefined : "which is no address";
  const [path = "", fragment] = target.split("#");
  const file = path === "" ? from : posix.join(posix.dirname(from), path).replace(/\/$/, "");
  const isFolder = [...files].some((known) => known.startsWith(`${file}/`));
  if (!files.has(file) && !isFolder) return "which does not exist";
  if (fragment === undefined || !file.endsWith(".md")) return undefined;
  return anchors.get(file)?.has(fragment) === true ? undefined : "but that page has no such heading";
}

/** Commands that package.json does not know. */
export function findUnknownCommands(
  page: Page,
  known: { scripts: ReadonlySet<string>; binaries: ReadonlySet<string> },
) {
  return page.commands.flatMap(({ text, line }) => {
    const [program, first = "", second = ""] = text.split(/\s+/);
    const isKnown =
      program === "npx"
        ? known.binaries.has(first.replace(/@.*$/, ""))
        : NPM_OWN_COMMANDS.has(first) || known.scripts.has(first === "run" ? second : first);
    return isKnown ? [] : [`${page.path}:${line} says "${text}", which package.json does not know`];
  });
}

/** Code that does not parse in its language. */
export function findBrokenFences(page: Page): string[] {
  return page.fences.flatMap((fence) => {
    const problem = judgeFence(fence);
    return problem === undefined ? [] : [`${page.path}:${fence.line} ${problem}`];
  });
}

function judgeFence({ language, text }: Fence): string | undefined {
  switch (language) {
    case "":
      return "a fence that names no language; use text if there is none";
    case "json":
      return judgeJson(text);
    case "ts":
    case "tsx":
    case "js":
      return parseSync(`fence.${language}`, text).errors[0]?.message;
    case "mermaid":
      return DIAGRAMS.test(text.trim()) ? undefined : "a Mermaid fence that starts with no diagram we know";
    default:
      return undefined;
  }
}

function judgeJson(text: string): string | undefined {
  try {
    JSON.parse(text);
    return undefined;
  } catch (error) {
    return String(error);
  }
}
