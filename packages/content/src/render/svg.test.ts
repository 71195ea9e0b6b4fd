import { expect, test } from "vitest";
import { cleanFigure, FigureError } from "./svg";

const figure = (inner: string, root = 'role="img" viewBox="0 0 10 10"') =>
  `<svg xmlns="http://www.w3.org/2000/svg" ${root}><title>A &amp; B</title><desc>Two words</desc>${inner}</svg>`;

test("a plain figure is shown as it is, its ids made its own", () => {
  const svg = figure(
    '<defs><marker id="tip"/></defs><path d="M0 0L1 1" stroke="currentColor" marker-end="url(#tip)"/><!-- note -->',
  );
  expect(cleanFigure(svg, "arrow")).toBe(
    '<svg xmlns="http://www.w3.org/2000/svg" role="img" viewBox="0 0 10 10"><title>A &amp; B</title><desc>Two words</desc><defs><marker id="arrow-tip"></marker></defs><path d="M0 0L1 1" stroke="currentColor" marker-end="url(#arrow-tip)"></path></svg>',
  );
});
test("an XML declaration before it is no fault", () => {
  expect(cleanFigure(`<?xml version="1.0"?>\n${figure("")}`, "x")).toContain("<title>");
});
test("the page's alternative text becomes its label", () => {
  expect(cleanFigure(figure(""), "x", 'Bars "up" & down')).toContain('aria-label="Bars &quot;up&quot; &amp; down"');
});
test.each([
  ["a script", figure("<script>alert(1)</script>")],
  ["a handler", figure('<rect onclick="alert(1)"/>')],
  ["a handler on the root", figure("", 'role="img" viewBox="0 0 1 1" onload="alert(1)"')],
  ["foreign HTML", figure("<foreignObject><div/></foreignObject>")],
  ["an image from elsewhere", figure('<image href="https://evil.example/x.png"/>')],
  ["a link", figure('<a href="javascript:alert(1)"><text>x</text></a>')],
  ["a reference out of the figure", figure('<use href="https://evil.example/x.svg#a"/>')],
  ["a paint from elsewhere", figure('<rect fill="url(https://evil.example/x.svg#a)"/>')],
  ["a hidden paint", figure('<rect clip-path="url(&#x68;ttps://evil.example)"/>')],
  ["an animation", figure('<animate attributeName="href" values="javascript:alert(1)"/>')],
  ["a style sheet", figure("<style>*{fill:red}</style>")],
  ["a style", figure('<rect style="fill:url(x)"/>')],
  ["a fixed colour", figure('<rect fill="#ff0000"/>')],
  ["a document type with entities", `<!DOCTYPE svg [<!ENTITY x "y">]>${figure("")}`],
  ["a CDATA section", figure("<![CDATA[<script>alert(1)</script>]]>")],
  ["an element that is not closed", figure("<g>")],
  ["two roots", figure("") + figure("")],
  ["no title", '<svg role="img" viewBox="0 0 1 1"><desc>x</desc></svg>'],
  ["no role", figure("", 'viewBox="0 0 1 1"')],
  ["a size", figure("", 'role="img" viewBox="0 0 1 1" width="9999"')],
])("a figure with %s is refused", (_, svg) => {
  expect(() => cleanFigure(svg, "x")).toThrow(FigureError);
});
