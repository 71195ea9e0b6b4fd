/* oxlint-disable react/no-children-prop, react/no-danger, jsx-a11y/control-has-associated-label, next/no-html-link-for-pages -- elements to be written, which nobody sees */
import { Badge } from "@tidao/ui/badge";
import { Button, LinkButton } from "@tidao/ui/button";
import { Disclosure } from "@tidao/ui/disclosure";
import { Empty } from "@tidao/ui/empty";
import { Icon } from "@tidao/ui/icon";
import { Kbd } from "@tidao/ui/kbd";
import { Meter } from "@tidao/ui/meter";
import { Notice } from "@tidao/ui/notice";
import { PageHeader } from "@tidao/ui/page-header";
import { Pagination } from "@tidao/ui/pagination";
import { SelectBox } from "@tidao/ui/select";
import { Table } from "@tidao/ui/table";
import { Tabs } from "@tidao/ui/tabs";
import { Fragment, type ReactNode, Suspense } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { AppLink } from "../links/app-link";
import { staticHtml } from "./static-html";

/** Attributes in one order, elements of SVG closed in one way, the apostrophe as it is. */
const alike = (html: string) =>
  html
    .replaceAll("&#x27;", "'")
    .replaceAll(/><\/(?:path|circle|line|rect)>/g, "/>")
    .replaceAll(/<([a-z][\w-]*)((?: [\w:-]+="[^"]*")+)/gi, (_, tag: string, attributes: string) =>
      [`<${tag}`, ...(attributes.match(/[\w:-]+="[^"]*"/g) ?? []).toSorted()].join(" "),
    );
const pages = { label: "Pages", previous: "Before", next: "Next", page: (page: number) => `Page ${page}` };
const hostile = `"><img src=x onerror=alert(1)>&'</script>`;

test.each<[string, ReactNode]>([
  ["texts and what is not there", ["a", 0, 3.5, null, undefined, true, false, <Fragment key="b">b</Fragment>]],
  ["a text of somebody's", <p key="p" title={hostile} className={hostile} children={hostile} />],
  [
    "a link",
    <AppLink key="a" href="/en?q=a&b" scroll={false} aria-current="page" children={["Next", <Kbd key="k">n</Kbd>]} />,
  ],
  ["an icon", <Icon key="i" name="search" size={12} className="flex-none" />],
  ["a button", <Button key="b" type="submit" icon aria-label="Find" children={<Icon name="search" />} />],
  ["a busy button", <Button key="b" busy disabled={false} children="Save" />],
  ["a badge", <Badge key="b" tone="right" children="Published" />],
  [
    "a head",
    <PageHeader
      key="h"
      title="Questions"
      over="Desk"
      lead={<b>25</b>}
      actions={<LinkButton href="/n">New</LinkButton>}
    />,
  ],
  [
    "pages",
    <Pagination
      key="p"
      page={2}
      pages={39}
      hrefFor={(page) => `?page=${page}`}
      labels={pages}
      range="26–50"
      link={AppLink}
    />,
  ],
  [
    "tabs",
    <Tabs
      key="t"
      label="Views"
      tabs={[
        { href: "?a", label: "A", current: true, count: 4 },
        { href: "?b", label: "B", current: false },
      ]}
    />,
  ],
  ["a meter", <Meter key="m" label="Held" text="7 of 10" value={7} max={10} />],
  ["a notice", <Notice key="n" kind="warning" word="Note" title="Archived" children="It is." />],
  ["nothing found", <Empty key="e" title="Nothing" action={<a href="/">Home</a>} children="Try less." />],
  ["what unfolds", <Disclosure key="d" summary="More" open children={<p hidden>text</p>} />],
  [
    "a table",
    <Table
      key="t"
      label="Rows"
      stickyColumn
      height="24rem"
      caption="C"
      children={
        <tbody>
          <tr>
            <td colSpan={2} dangerouslySetInnerHTML={{ __html: "<b>1</b>" }} />
          </tr>
        </tbody>
      }
    />,
  ],
  [
    "a form",
    <form key="f" role="search" action="/en">
      <label htmlFor="q">Words</label>
      <input
        id="q"
        name="q"
        type="search"
        defaultValue={hostile}
        maxLength={200}
        required
        readOnly={false}
        data-search
        spellCheck={false}
        tabIndex={-1}
      />
      <input type="checkbox" name="c" defaultChecked />
      <SelectBox name="order" defaultValue="b">
        <option value="a">A</option>
        <option value="b">B</option>
      </SelectBox>
      <br />
    </form>,
  ],
])("%s is written as React writes it", (_, node) => {
  expect(alike(staticHtml(node))).toBe(alike(renderToStaticMarkup(<>{node}</>)));
});

test("a text of somebody's stays a text", () => {
  expect(staticHtml(<p title={hostile}>{hostile}</p>)).toBe(
    `<p title="&quot;&gt;&lt;img src=x onerror=alert(1)&gt;&amp;'&lt;/script&gt;">&quot;&gt;&lt;img src=x onerror=alert(1)&gt;&amp;'&lt;/script&gt;</p>`,
  );
});

const browsers = Object.assign(() => null, { $$typeof: Symbol.for("react.client.reference") });
test.each<[string, ReactNode]>([
  ["a handler", <button key="b" type="button" onClick={() => {}} children="Do" />],
  ["a component of the browser", [browsers].map((Browsers) => <Browsers key="b" />)],
  ["what waits", <Suspense key="s" children="later" />],
  ["a promise", Promise.resolve("later")],
  ["an address that is a script", <a key="a" href={" java\nscript:alert(1)"} children="x" />],
  ["a number without a unit", <p key="p" style={{ width: 3 }} />],
])("%s is refused, not left out", (_, node) => {
  expect(() => staticHtml(node)).toThrow(/script|elements alone|at hand|unit/);
});
