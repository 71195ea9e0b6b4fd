/**
 * What React writes where HTML that was sent once belongs: the server puts the HTML in its place as the page leaves. The
 * request's nonce is in it, so that no text of anybody's can be taken for one.
 */
export const placeFor = (nonce: string, id: string): string => `${placesBegin(nonce)}${id}${placesEnd}`;
export const placesBegin = (nonce: string): string => `<!--${nonce}:`;
export const placesEnd = "-->";
