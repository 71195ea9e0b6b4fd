import { playerLabels } from "@tidao/i18n";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { LessonView } from "./lesson-view";
import { Rendered } from "./rendered";

interface OnceProps {
  as: "ol" | "ul";
  className: string;
  html: string;
}
function Once({ as: Element, className, html }: OnceProps) {
  // oxlint-disable-next-line react/no-danger -- what is tested is escaped
  return <Element className={className} dangerouslySetInnerHTML={{ __html: html }} />;
}

test("a lesson has its contents, its text, its sources at the anchors that citations name, and where to practise it", () => {
  const html = renderToStaticMarkup(
    <LessonView
      text={<Rendered html='<h2 id="ledger">账本</h2><p>先算账。</p>' />}
      once={Once}
      headings={[{ id: "ledger", text: "账本 & <税>", level: 2 }]}
      sources={[{ id: "kwon-2023", label: "Kwon et al., 2023", url: "https://arxiv.org/abs/2309.06180?a&b" }]}
      practise={{ href: "/zh/topics/memory-footprint/practice", hint: "24道题" }}
      labels={playerLabels("zh")}
      locale="zh"
    />,
  );
  expect(html).toContain('<h2 id="ledger">账本</h2>');
  expect(html).toContain('<a href="#ledger">账本 &amp; &lt;税&gt;</a>');
  expect(html).toContain('<li id="source-kwon-2023"><a href="https://arxiv.org/abs/2309.06180?a&amp;b"');
  expect(html).toContain('href="/zh/topics/memory-footprint/practice"');
});
