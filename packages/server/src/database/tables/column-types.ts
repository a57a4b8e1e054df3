/** A boolean as all three engines store it: SQLite has no boolean type and MySQL's is a number. */
export type DatabaseBoolean = 0 | 1;

export const toDatabaseBoolean = (value: boolean): DatabaseBoolean => (value ? 1 : 0);
