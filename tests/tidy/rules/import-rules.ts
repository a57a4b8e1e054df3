import { builtinModules } from "node:module";
import type { Import } from "../parse-imports.ts";
import { isTestCode } from "../source-tree.ts";
import type { Violation } from "../violation.ts";
import { builtByNode, type Part, whoMayImportWhom } from "../who-may-import-whom.ts";

const builtins = new Set(builtinModules);
const TEST_PACKAGES = new Set(["vitest", "fast-check", "fake-indexeddb", "@playwright/test", "@axe-core/playwright"]);

/** Judges one import by the table. Files outside the table (configuration in the root) are free. */
export function judgeImport(entry: Import): Violation | undefined {
  const part = partOf(entry.from);
  const problem = part === undefined ? undefined : findProblem(part, entry);
  return problem === undefined ? undefined : { file: entry.from, line: entry.line, problem };
}

/** The part of the tree that a file belongs to. */
export function partOf(path: string): Part | undefined {
  const [top = "", second = ""] = path.split("/");
  const name = top === "packages" ? second : top;
  return isPart(name) ? name : undefined;
}

function findProblem(part: Part, entry: Import): string | undefined {
  const { specifier, target } = entry;
  if (specifier === "(computed)") return "imports a computed name; name the module, or no rule can see it";
  if (target !== undefined) return judgeRelative(part, target);
  if (specifier.startsWith("@duka/")) return judgeOwnPackage(part, entry);
  const packageName = nameOfPackage(specifier);
  if (specifier.startsWith("node:") || builtins.has(specifier)) return judgeNode(part, entry);
  if (isTestCode(entry.from)) return undefined;
  if (TEST_PACKAGES.has(packageName)) return `imports ${packageName}, which is for tests`;
  const { packages } = whoMayImportWhom[part];
  const isAllowed = packages === "any" || packages.includes(packageName);
  return isAllowed ? undefined : `${part} may not import the package ${packageName}`;
}

function judgeRelative(part: Part, target: string): string | undefined {
  const targetPart = partOf(target);
  if (targetPart === part) return undefined;
  // No package exports its test support; scripts and tests of many packages take it from where it lies.
  if (isTestCode(target) && mayUse(part, "tests")) return undefined;
  if (target.startsWith("packages/") && whoMayImportWhom[part].byPath !== true)
    return `reaches into ${target} by path; import it by the name of its package`;
  if (targetPart === undefined) return undefined;
  return mayUse(part, targetPart) ? undefined : `${part} may not import ${targetPart}`;
}

function judgeOwnPackage(part: Part, { specifier, from }: Import): string | undefined {
  const name = specifier.split("/")[1] ?? "";
  if (!isPart(name)) return `imports ${specifier}, which does not exist`;
  if (name === part) return `imports its own package by name; use a relative path`;
  if (mayUse(part, name)) return undefined;
  return `${part} may not import ${name}${isTestCode(from) ? "; a test of both belongs in tests/" : ""}`;
}

function judgeNode(part: Part, { specifier, from }: Import): string | undefined {
  if (!specifier.startsWith("node:")) return `imports ${specifier}; write node:${specifier}`;
  const isAllowed = whoMayImportWhom[part].node || isTestCode(from) || builtByNode.some((path) => path === from);
  return isAllowed ? undefined : `${part} may not import ${specifier}: it runs where there is no Node`;
}

function mayUse(part: Part, other: Part): boolean {
  const { ours } = whoMayImportWhom[part];
  return ours === "everything" || ours.includes(other);
}

function isPart(name: string): name is Part {
  return Object.hasOwn(whoMayImportWhom, name);
}

function nameOfPackage(specifier: string): string {
  return specifier
    .split("/")
    .slice(0, specifier.startsWith("@") ? 2 : 1)
    .join("/");
}
