declare const packed: unique symbol;

/** Data as JSON in one string. */
export type Packed<T> = string & { readonly [packed]: T };

/**
 * Rows for a client component. The router's data is written and read value by value, on the server twice; a string is one
 * value, and what is in it is read by the JSON parser of the machine.
 */
export const pack = <T>(value: T): Packed<T> => JSON.stringify(value) as Packed<T>;

/** In a component: `useMemo(() => unpack(rows), [rows])`. */
export const unpack = <T>(text: Packed<T>): T => JSON.parse(text) as T;
