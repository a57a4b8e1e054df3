import type { Result } from "@duka/domain";

/** What is wrong with a cell, and what to do about it; see `RowError`. */
export type CellProblem = { readonly problem: string; readonly fix: string };

/** What a cell says; undefined where it says nothing. */
export type CellReading<T> = Result<T | undefined, CellProblem>;
