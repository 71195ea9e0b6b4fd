/** Class names that are there, in one string. Component classes lie in a layer below utilities, so nothing need be merged. */
export const join = (...names: (string | false | null | undefined)[]): string => names.filter(Boolean).join(" ");
