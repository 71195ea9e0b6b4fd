/** The address that a browser shows: what Next's router adds when it asks for data is no part of it, and would stay in it for ever. */
export const pagePath = (url: string): string =>
  url.replace(/([?&])_rsc(?:=[^&]*)?(?=&|$)&?/, "$1").replace(/[?&]$/, "");
