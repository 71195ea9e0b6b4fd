/** The same keys as the English original, any text: a key that is missing or too many in Chinese does not compile. */
export type Translation<T> = { readonly [K in keyof T]: T[K] extends string ? string : Translation<T[K]> };
