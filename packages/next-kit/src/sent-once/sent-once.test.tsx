import { renderToString } from "react-dom/server";
import { expect, test } from "vitest";
import { type RequestScope, requestStorage } from "../request-scope";
import { HtmlOnce } from "./html-once";
import { sendOnce } from "./send-once";
import { useSentOnce } from "./use-sent-once";

const inRequest = <T,>(forRouter: boolean, work: () => T) =>
  requestStorage.run({ forRouter, sentOnce: new Map() } as unknown as RequestScope, work);
function Text({ id, html }: { id: string; html?: string }) {
  return <p>{useSentOnce(id, html)}</p>;
}

test("a browser that asks for a page gets the HTML in the page, and not again as data", () => {
  inRequest(false, () => {
    const given = sendOnce("lesson", "long");
    expect(given).toEqual({ id: "lesson" });
    expect(renderToString(<Text {...given} />)).toBe("<p>long</p>");
  });
});
test("a router that asks for data gets the HTML with it", () => {
  inRequest(true, () => expect(sendOnce("lesson", "long")).toEqual({ id: "lesson", html: "long" }));
});
test("one request never shows what another left", () => {
  inRequest(false, () => sendOnce("lesson", "theirs"));
  inRequest(false, () => expect(() => renderToString(<Text id="lesson" />)).toThrow("nothing was sent once as lesson"));
});
test("an element holds its HTML once, under an id that other HTML does not have", () => {
  const element = (html: string) =>
    inRequest(false, () => renderToString(<HtmlOnce as="ul" className="list" html={html} />));
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
