import { basename } from "node:path";
import type { SourceFile } from "../source-tree.ts";

const ADR_PARTS = ["Status", "Context", "Decision", "Rejected", "Consequences"];
const ADR_LINES_MAX = 60;
const CHANGE_KINDS = ["Added", "Changed", "Deprecated", "Removed", "Fixed", "Security"];

/** Judges the form of all decision records: `docs/adr/NNNN-title.md`, numbered without gaps from 1. */
export function findAdrProblems(records: readonly SourceFile[]): string[] {
  return records.flatMap(({ path, text }, index) => {
    const number = index + 1;
    const problems: string[] = [];
    if (!new RegExp(`^${String(number).padStart(4, "0")}-[a-z0-9-]+\\.md$`).test(basename(path))) {
      problems.push(`should be number ${number} and named NNNN-title.md`);
    }
    if (!text.startsWith(`# ${number}. `)) problems.push(`should start with "# ${number}. Title"`);
    const parts = headings(text, 2);
    if (parts.join() !== ADR_PARTS.join())
      problems.push(`has the parts ${parts.join(", ")}; want ${ADR_PARTS.join(", ")}`);
    if (text.split("\n").length > ADR_LINES_MAX) problems.push("is longer than one page");
    return problems.map((problem) => `${path} ${problem}`);
  });
}

/** Judges the form of the changelog: keepachangelog.com 1.1.0. */
export function findChangelogProblems(text: string): string[] {
  const [first, ...versions] = headings(text, 2);
  const kinds = headings(text, 3);
  return [
    ...(text.startsWith("# Changelog\n") ? [] : ['should start with "# Changelog"']),
    ...(first === "[Unreleased]" ? [] : ['should have "## [Unreleased]" first']),
    ...versions
      .filter((version) => !/^\[\d+\.\d+\.\d+\] - \d{4}-\d{2}-\d{2}$/.test(version))
      .map((version) => `"${version}" should be "[1.2.3] - 2026-01-31"`),
    ...kinds
      .filter((kind) => !CHANGE_KINDS.includes(kind))
      .map((kind) => `"${kind}" is none of ${CHANGE_KINDS.join(", ")}`),
  ];
}

function headings(text: string, level: number): string[] {
  const mark = `${"#".repeat(level)} `;
  return text.split("\n").flatMap((line) => (line.startsWith(mark) ? [line.slice(mark.length).trim()] : []));
}
