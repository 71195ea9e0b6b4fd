import { transcode } from "node:buffer";
import { hash } from "node:crypto";
import { requestScope } from "../request-scope";

/**
 * Hands long HTML to a client component without writing it twice. A page that Next renders carries what its server
 * components gave to client components once more, as data for the router: for a lesson that is another 70 KB to serialise,
 * escape and send. Where the browser asked for a page, the HTML stays in the request until the page leaves, and `useSentOnce`
 * finds it in the page; where the router asked for data, it goes along.
 * @param id unique in the page, and another one where the HTML is another
 * @param html UTF-8 where it is bytes: what many pages have alike need not be encoded for each
 * @returns what to give to `useSentOnce`
 */
export function sendOnce(id: string, html: string | Buffer): { id: string; html?: string } {
  const scope = requestScope();
  if (scope.forRouter) return { id, html: html.toString() };
  scope.sentOnce.set(id, html);
  return { id };
}

/**
 * The same under an id made of the HTML: the same place of a page may show other HTML after the next click. Where a page has
 * the same HTML twice (two empty lists), the second one is numbered: no two elements have one id.
 * @param html in pieces where it is long: to join them would be one more text of that length
 */
export function sendByContent(html: string | readonly string[]): { id: string; html?: string } {
  const { sentOnce, forRouter } = requestScope();
  // encoded for the page anyway, and hashed from bytes in a fraction of the time that a text takes
  const bytes = utf8(typeof html === "string" ? [html] : html);
  const name = `once-${hash("sha1", bytes, "base64url")}`;
  let id = name;
  for (let copy = 2; sentOnce.has(id); copy++) id = `${name}.${copy}`;
  sentOnce.set(id, bytes);
  return forRouter ? { id, html: typeof html === "string" ? html : html.join("") } : { id };
}

/** One for all: fresh memory of twice the length of a page costs as much as the encoding. */
let utf16 = Buffer.allocUnsafeSlow(1 << 17);
/** As `Buffer.from`, in a fifth of the time where a text has a character beyond Latin-1, as nearly every page has. */
function utf8(pieces: readonly string[]): Buffer {
  const length = pieces.reduce((sum, piece) => sum + piece.length, 0) * 2;
  if (utf16.length < length) utf16 = Buffer.allocUnsafeSlow(length * 2);
  let at = 0;
  for (const piece of pieces) at += utf16.write(piece, at, "utf16le");
  try {
    return transcode(utf16.subarray(0, length), "utf16le", "utf8");
  } catch {
    // half a surrogate pair
    return Buffer.from(pieces.join(""));
  }
}
