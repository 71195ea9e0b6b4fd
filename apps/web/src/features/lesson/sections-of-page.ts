/**
 * The sections of the lesson on this page, in the browser, from its contents: there they stand as plain text, and a page that
 * gave them to each component that needs them would carry them four times.
 */
export const sectionsOfPage = (): { id: string; text: string }[] =>
  [...document.querySelectorAll<HTMLAnchorElement>(".lesson-contents .lesson-headings-2 a")].map((link) => ({
    id: decodeURIComponent(link.hash.slice(1)),
    text: link.textContent,
  }));
