/** A search has so many characters (UTF-16) at most. What is longer is not searched, and nobody cuts it: who asked is told. */
export const longestSearch = 300;
/** What a search box takes, so that what is too long stands there whole; even in Chinese (9 characters each in an address) within the 16 KB that a server reads of a request's head. */
export const longestTyped = 1200;

export const isTooLong = (search: string): boolean => search.length > longestSearch;
