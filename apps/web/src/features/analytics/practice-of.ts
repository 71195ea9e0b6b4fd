/** Practice of what a search finds. */
export const practiceOf = (query: string): string => `/practice?search=${encodeURIComponent(query)}`;
