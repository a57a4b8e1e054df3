import { posix } from "node:path";
import { type ExportNamedDeclaration, type Expression, type ImportDeclaration, parseSync, Visitor } from "oxc-parser";
import type { SourceFile } from "./source-tree.ts";

/** One import, re-export, `import()`, `require()` or `import("…").Type` of a file. */
export interface Import {
  readonly from: string;
  /** As written: `./sale.ts`, `@duka/domain`, `node:fs`. */
  readonly specifier: string;
  /** The file it names in this repository; undefined for packages. */
  readonly target: string | undefined;
  /** Whether it disappears when types are stripped. */
  readonly isTypeOnly: boolean;
  readonly line: number;
}

/** Parses a file and lists everything it imports. */
export function parseImports({ path, text }: SourceFile): Import[] {
  const parsed = parseSync(path, text);
  if (parsed.errors.length > 0) throw new Error(`${path} does not parse: ${parsed.errors[0]?.message}`);
  const imports: Import[] = [];
  const add = (source: Expression | null | undefined, isTypeOnly: boolean) => {
    if (!source) return;
    const specifier = source.type === "Literal" && typeof source.value === "string" ? source.value : "(computed)";
    imports.push({
      from: path,
      specifier,
      target: resolveRelative(path, specifier),
      isTypeOnly,
      line: text.slice(0, source.start).split("\n").length,
    });
  };
  new Visitor({
    ImportDeclaration: (node) => add(node.source, node.importKind === "type" || hasOnlyTypes(node.specifiers)),
    ExportNamedDeclaration: (node) => add(node.source, node.exportKind === "type" || hasOnlyTypes(node.specifiers)),
    ExportAllDeclaration: (node) => add(node.source, node.exportKind === "type"),
    ImportExpression: (node) => add(node.source, false),
    TSImportType: (node) => add(node.source, true),
    CallExpression: (node) => {
      const [first] = node.arguments;
      const isRequire = node.callee.type === "Identifier" && node.callee.name === "require";
      if (isRequire && first && first.type !== "SpreadElement") add(first, false);
    },
  }).visit(parsed.program);
  return imports;
}

type Specifiers = (ImportDeclaration | ExportNamedDeclaration)["specifiers"];

/** `import { type A, type B }`; not `import {}` or `import "x"`, which run the module. */
function hasOnlyTypes(specifiers: Specifiers): boolean {
  return specifiers.length > 0 && specifiers.every((specifier) => kindOf(specifier) === "type");
}

function kindOf(specifier: Specifiers[number]): string {
  if (specifier.type === "ImportSpecifier") return specifier.importKind ?? "value";
  return specifier.type === "ExportSpecifier" ? (specifier.exportKind ?? "value") : "value";
}

function resolveRelative(from: string, specifier: string): string | undefined {
  return specifier.startsWith(".") ? posix.join(posix.dirname(from), specifier) : undefined;
}
