/**
 * One feature's templates, flat: key → text with `{name}` where a parameter goes, and `{name|one|many}` where words
 * follow a number (`one` for exactly 1, else `many`).
 */
export type Words = Readonly<Record<`${string}.${string}`, string>>;

/** The same keys in another language. */
export type Translation<W extends Words> = { readonly [K in keyof W]: string };

/** Names of the parameters in a template. */
export type ParamNames<T extends string> = T extends `${string}{${infer P}}${infer Rest}`
  ? (P extends `${infer Name}|${string}` ? Name : P) | ParamNames<Rest>
  : never;
