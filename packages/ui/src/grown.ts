/** A length that is `size` px as long as nobody has set letters larger: what stands beside them grows with them. */
export const grown = (size: number): string => `${size / 16}rem`;
