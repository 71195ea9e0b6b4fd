import { playerLabels } from "@tidao/i18n";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { LessonView } from "./lesson-view";
import { Rendered } from "./rendered";

test("a lesson has its contents, its text, its sources at the anchors that citations name, and where to practise it", () => {
  const html = renderToStaticMarkup(
    <LessonView
      text={<Rendered html='<h2 id="ledger">账本</h2><p>先算账。</p>' />}
      headings={[{ id: "ledger", text: "账本", level: 2 }]}
      sources={[{ id: "kwon-2023", label: "Kwon et al., 2023" }]}
      practise={{ href: "/zh/topics/memory-footprint/practice", hint: "24道题" }}
      labels={playerLabels("zh")}
      locale="zh"
    />,
  );
  expect(html).toContain('<h2 id="ledger">账本</h2>');
  expect(html).toContain('href="#ledger"');
  expect(html).toContain('id="source-kwon-2023"');
  expect(html).toContain('href="/zh/topics/memory-footprint/practice"');
});
