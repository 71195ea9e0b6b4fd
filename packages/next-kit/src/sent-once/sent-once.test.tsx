import type { ServerResponse } from "node:http";
import { renderToString } from "react-dom/server";
import { expect, test } from "vitest";
import { type RequestScope, requestStorage } from "../request-scope";
import { HtmlOnce } from "./html-once";
import { fillPlaces, placeFiller } from "./fill-places";
import { sendOnce } from "./send-once";
import { useSentOnce } from "./use-sent-once";

const scopeOf = (forRouter: boolean) =>
  ({ forRouter, nonce: "n/0+ce=", sentOnce: new Map() }) as unknown as RequestScope;
const inRequest = <T,>(forRouter: boolean, work: () => T) => requestStorage.run(scopeOf(forRouter), work);
/** A page as it leaves the server. */
function pageOf(work: () => string, forRouter = false): string {
  const scope = scopeOf(forRouter);
  const page = requestStorage.run(scope, work);
  return Buffer.from(placeFiller(scope)(Buffer.from(page))).toString();
}
function Text({ id, html }: { id: string; html?: string }) {
  // oxlint-disable-next-line react/no-danger -- the tests' own
  return <p dangerouslySetInnerHTML={{ __html: useSentOnce(id, html) }} />;
}

test("half a character, where a text was cut, becomes a sign of its own", () => {
  const page = pageOf(() => renderToString(<HtmlOnce as="div" html={`<b>${"😀".slice(0, 1)}</b>`} />));
  expect(page).toContain("<b>\ufffd</b>");
});

test("a browser that asks for a page gets the HTML in the page, and not again as data", () => {
  const page = pageOf(() => {
    const given = sendOnce("lesson", "<b>长</b>");
    expect(given).toEqual({ id: "lesson" });
    return renderToString(<Text {...given} />);
  });
  expect(page).toBe("<p><b>长</b></p>");
});
test("a router that asks for data gets the HTML with it", () => {
  inRequest(true, () => {
    expect(sendOnce("lesson", "长")).toEqual({ id: "lesson", html: "长" });
    expect(sendOnce("lesson", Buffer.from("长"))).toEqual({ id: "lesson", html: "长" });
  });
});
test("one request never shows what another left", () => {
  inRequest(false, () => sendOnce("lesson", "theirs"));
  inRequest(false, () => expect(() => renderToString(<Text id="lesson" />)).toThrow("nothing was sent once as lesson"));
});
test("an element holds its HTML once, under an id that other HTML does not have", () => {
  const element = (html: string) => pageOf(() => renderToString(<HtmlOnce as="ul" className="list" html={html} />));
  expect(element("<li>a</li>")).toMatch(/^<ul id="once-[\w-]+" class="list"><li>a<\/li><\/ul>$/);
  expect(element("<li>b</li>").slice(0, 40)).not.toBe(element("<li>a</li>").slice(0, 40));
});
test.each([false, true])("two elements with the same HTML have two ids (data for the router: %s)", (forRouter) => {
  const page = inRequest(forRouter, () =>
    renderToString(
      <>
        <HtmlOnce as="ul" html="" />
        <HtmlOnce as="ul" html="" />
      </>,
    ),
  );
  const ids = [...page.matchAll(/id="([^"]+)"/g)].map(([, id]) => id);
  expect(ids).toHaveLength(2);
  expect(new Set(ids).size).toBe(2);
});

const sent = (entries: [string, string | Buffer][]) => ({ nonce: "n", sentOnce: new Map(entries) });
/** A page that leaves in these pieces. */
function inPieces(pieces: readonly Uint8Array[], entries: [string, string | Buffer][]): string {
  const fill = placeFiller(sent(entries));
  const filled = pieces.map((piece) => fill(piece));
  return Buffer.concat([...filled, ...(fill.held() ? [fill.held()!] : [])]).toString();
}
test("a page that is cut anywhere has its HTML in its places all the same", () => {
  const page = Buffer.from("<p>前</p><!--n:a--><i></i><!--n:b.2--><!-- own --><p>后 <");
  const whole = "<p>前</p><b>甲</b><i></i>B<!-- own --><p>后 <";
  const entries: [string, string | Buffer][] = [
    ["a", Buffer.from("<b>甲</b>")],
    ["b.2", "B"],
  ];
  for (let cut = 0; cut <= page.length; cut++)
    expect(inPieces([page.subarray(0, cut), page.subarray(cut)], entries), `cut at ${cut}`).toBe(whole);
  expect(
    inPieces(
      [...page].map((byte) => Uint8Array.of(byte)),
      entries,
    ),
  ).toBe(whole);
});
test("what another request's place would be, or a text that looks like one, is left as it is", () => {
  expect(inPieces([Buffer.from("<!--m:a-->&lt;!--n:a--&gt;")], [["a", "A"]])).toBe("<!--m:a-->&lt;!--n:a--&gt;");
});

/** What leaves a response to which somebody writes this. */
function leaving(entries: [string, string | Buffer][], writing: (response: ServerResponse) => void): string {
  const left: Uint8Array[] = [];
  const take = (chunk: unknown) => {
    if (typeof chunk === "string" || chunk instanceof Uint8Array) left.push(Buffer.from(chunk as string));
    return true;
  };
  const response = { write: take, end: take } as unknown as ServerResponse;
  fillPlaces(response, sent(entries));
  writing(response);
  return Buffer.concat(left).toString();
}
test.each([
  ["bytes", (text: string) => Buffer.from(text)],
  ["text", (text: string) => text],
])("a page that ends with a piece of %s loses nothing, wherever it was cut", (_, piece) => {
  const page = "<p><!--n:a--></p><";
  for (let cut = 0; cut <= page.length; cut++) {
    const whole = leaving([["a", "课"]], (response) => {
      response.write(piece(page.slice(0, cut)));
      response.end(piece(page.slice(cut)));
    });
    expect(whole, `cut at ${cut}`).toBe("<p>课</p><");
  }
});
test("a page that ends without a piece loses nothing of what was held back, and its callback is called", () => {
  const done = () => {};
  const left: unknown[] = [];
  const response = {
    write: () => true,
    end: (...given: unknown[]) => left.push(...given),
  } as unknown as ServerResponse;
  fillPlaces(response, sent([["a", "A"]]));
  response.end(done);
  expect(left).toEqual([done]);
});
