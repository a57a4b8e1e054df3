type WithoutAbsent<T> = { [K in keyof T as undefined extends T[K] ? never : K]: T[K] } & {
  [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined>;
};

/** A copy without the members that are undefined: what was absent stays absent, rather than being present and undefined. */
export function withoutAbsent<T extends object>(members: T): WithoutAbsent<T> {
  // fromEntries forgets which names there were; the filter above makes the type true.
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined)) as WithoutAbsent<T>;
}
