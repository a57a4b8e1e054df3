import type { SourceFile } from "../tidy/source-tree.ts";

/** A block between ``` fences. */
export interface Fence {
  readonly language: string;
  readonly text: string;
  readonly line: number;
}

/** A link, a picture or a reference's target. */
export interface Link {
  readonly target: string;
  readonly line: number;
}

/** A page taken apart. */
export interface Page {
  readonly path: string;
  readonly links: readonly Link[];
  readonly fences: readonly Fence[];
  /** Ids that `#fragment` may name, made the way GitHub makes them. */
  readonly anchors: readonly string[];
  /** Every command of npm and npx that the page tells the reader to type. */
  readonly commands: readonly { readonly text: string; readonly line: number }[];
}

/** Takes a Markdown page apart, as far as our checks need it. */
export function readPage({ path, text }: SourceFile): Page {
  const fences: Fence[] = [];
  const prose: string[] = [];
  let open: { language: string; line: number; lines: string[] } | undefined;
  for (const [index, line] of text.split("\n").entries()) {
    const fence = /^\s*```(\S*)/.exec(line);
    if (fence && open === undefined) open = { language: fence[1] ?? "", line: index + 1, lines: [] };
    else if (fence && open) {
      fences.push({ language: open.language, line: open.line, text: open.lines.join("\n") });
      open = undefined;
    } else open?.lines.push(line);
    prose.push(open || fence ? "" : line);
  }
  if (open) throw new Error(`${path}:${open.line} opens a fence that nothing closes`);
  return { path, fences, links: findLinks(prose), anchors: findAnchors(prose), commands: findCommands(prose, fences) };
}

function findLinks(prose: readonly string[]): Link[] {
  return prose.flatMap((line, index) => {
    const withoutCode = line.replaceAll(/`[^`]*`/g, "code");
    const inline = [...withoutCode.matchAll(/\]\(<?([^)\s>]+)>?(?:\s+"[^"]*")?\)/g)];
    const references = [...withoutCode.matchAll(/^\[[^\]]+\]:\s*(\S+)/g)];
    return [...inline, ...references].map(([, target = ""]) => ({ target, line: index + 1 }));
  });
}

function findAnchors(prose: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return prose.flatMap((line) => {
    const title = /^#{1,6}\s+(.*)$/.exec(line)?.[1];
    if (title === undefined) return [];
    const slug = title
      .toLowerCase()
      .replaceAll(/\[([^\]]*)\]\([^)]*\)/g, "$1")
      .replaceAll(/[^\p{L}\p{N}\s_-]/gu, "")
      .trim()
      .replaceAll(/\s/g, "-");
    const count = seen.get(slug) ?? 0;
    seen.set(slug, count + 1);
    return [count === 0 ? slug : `${slug}-${count}`];
  });
}

function findCommands(prose: readonly string[], fences: readonly Fence[]) {
  const inProse = prose.flatMap((line, index) =>
    [...line.matchAll(/`([^`]+)`/g)].map(([, text = ""]) => ({ text, line: index + 1 })),
  );
  const inFences = fences
    .filter(({ language }) => ["sh", "bash", "shell", "console"].includes(language))
    .flatMap((fence) => fence.text.split("\n").map((text, index) => ({ text, line: fence.line + 1 + index })));
  return [...inProse, ...inFences]
    .map(({ text, line }) => ({ text: text.trim().replace(/^([A-Z_]+=\S+\s+|\$\s+)+/, ""), line }))
    .filter(({ text }) => /^(npm|npx)\s/.test(text));
}
