import type { ServerResponse } from "node:http";
import { placesBegin, placesEnd } from "./place";

interface Sent {
  nonce: string;
  /** HTML by its id; what many pages have alike comes as bytes. */
  sentOnce: ReadonlyMap<string, string | Uint8Array>;
}

/**
 * Has a response put HTML that was sent once where React left a place for it: React and Next would encode and copy it half a
 * dozen times on its way through their streams. A response for which nothing was sent passes as it is.
 */
export function fillPlaces(response: ServerResponse, sent: Sent): void {
  const write = response.write.bind(response) as (chunk: unknown, ...rest: unknown[]) => boolean;
  const end = response.end.bind(response) as (chunk?: unknown, ...rest: unknown[]) => ServerResponse;
  const fill = placeFiller(sent);
  response.write = ((chunk: unknown, ...rest: unknown[]) =>
    sent.sentOnce.size > 0 && isContent(chunk)
      ? write(fill(bytesOf(chunk, rest[0])), ...rest)
      : write(chunk, ...rest)) as typeof response.write;
  response.end = ((chunk?: unknown, ...rest: unknown[]) => {
    if (sent.sentOnce.size === 0) return end(chunk, ...rest);
    const last = isContent(chunk) ? fill(bytesOf(chunk, rest[0])) : undefined;
    // what is held back to the end is no place
    const held = fill.held();
    if (!last) {
      if (held) write(held);
      return end(chunk, ...rest);
    }
    return end(held ? Buffer.concat([last, held]) : last, ...rest);
  }) as typeof response.end;
}

const isContent = (chunk: unknown): chunk is string | Uint8Array =>
  typeof chunk === "string" || chunk instanceof Uint8Array;
const bytesOf = (chunk: string | Uint8Array, encoding: unknown): Uint8Array =>
  typeof chunk === "string" ? Buffer.from(chunk, typeof encoding === "string" ? (encoding as "utf8") : "utf8") : chunk;

/** Fills the places of a page that comes in pieces; one that is cut by the end of a piece is held back for the next. */
export function placeFiller({ nonce, sentOnce }: Sent) {
  const begin = Buffer.from(placesBegin(nonce));
  let held: Uint8Array | undefined;
  const fill = (piece: Uint8Array): Uint8Array => {
    const bytes = held ? Buffer.concat([held, piece]) : Buffer.from(piece.buffer, piece.byteOffset, piece.byteLength);
    held = undefined;
    const parts: Uint8Array[] = [];
    let done = 0;
    for (let at = bytes.indexOf(begin); at !== -1; at = bytes.indexOf(begin, done)) {
      const id = bytes.indexOf(placesEnd, at + begin.length);
      if (id === -1) {
        held = bytes.subarray(at);
        break;
      }
      const html = sentOnce.get(bytes.toString("latin1", at + begin.length, id));
      parts.push(bytes.subarray(done, at));
      if (html !== undefined) parts.push(typeof html === "string" ? Buffer.from(html) : html);
      done = id + placesEnd.length;
    }
    if (!held) {
      const last = bytes.lastIndexOf("<");
      if (last >= done && begin.subarray(0, bytes.length - last).equals(bytes.subarray(last)))
        held = bytes.subarray(last);
    }
    if (parts.length === 0 && !held) return bytes;
    parts.push(bytes.subarray(done, bytes.length - (held?.length ?? 0)));
    return Buffer.concat(parts);
  };
  return Object.assign(fill, { held: () => held });
}
