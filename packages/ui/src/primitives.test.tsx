import type { ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { Button, LinkButton } from "./button";
import { BarChart } from "./charts/bar-chart";
import { ColumnCalendar } from "./charts/column-calendar";
import { ColumnChart } from "./charts/column-chart";
import { LineChart } from "./charts/line-chart";
import { StackedColumns } from "./charts/stacked-columns";
import { Dialog } from "./dialog";
import { Level } from "./level";
import { Meter, ProgressLine } from "./meter";
import { Notice } from "./notice";
import { Pagination } from "./pagination";
import { PasswordField } from "./password-field";
import { Tabs } from "./tabs";
import { TextField } from "./text-field";
import { Toasts } from "./toast";

const html = (element: ReactElement) => renderToStaticMarkup(element);

test("who cannot see the red border hears the error with the field", () => {
  const field = html(<TextField id="mail" label="E-mail" hint="Work address" error="Not an address" />);
  expect(field).toContain('aria-describedby="mail-error mail-hint"');
  expect(field).toContain('aria-invalid="true"');
  // and when it comes, wherever the focus is
  expect(field).toContain('id="mail-error" role="alert"');
  expect(html(<TextField id="mail" label="E-mail" />)).not.toContain("aria-describedby");
});
test("a password is hidden until it is asked for, by a button that comes after its field and sends nothing", () => {
  const field = html(
    <PasswordField id="p" label="Password" show="Show what is typed" name="password" error="Too short" />,
  );
  expect(field).toMatch(/<input[^>]*type="password"[^>]*>.*<button type="button"/);
  expect(field).toContain('aria-label="Show what is typed" aria-pressed="false" aria-controls="p"');
  expect(field).toContain('aria-describedby="p-error"');
});
test("what is only warned of can be sent: the field is not called wrong, and an error goes first", () => {
  const field = html(<TextField id="due" label="Due" hint="UTC" warning="This time has passed" />);
  expect(field).toContain('aria-describedby="due-warning due-hint"');
  expect(field).not.toContain("aria-invalid");
  const wrong = html(<TextField id="due" label="Due" error="No time" warning="This time has passed" />);
  expect(wrong).toContain('aria-describedby="due-error"');
  expect(wrong).not.toContain("passed");
});

test("who hears a name with a figure or a note behind it hears two words", () => {
  const tabs = html(<Tabs label="Views" tabs={[{ href: "#", label: "Learners", current: true, count: 3 }]} />);
  expect(tabs.replaceAll(/<[^>]*>/g, "")).toBe("Learners 3");
  expect(html(<TextField id="due" label="Due" note="UTC" />).replaceAll(/<[^>]*>/g, "")).toBe("Due UTC");
});

test("who hears a dialog open hears with its title what it is about", () => {
  const dialog = html(
    <Dialog open onClose={() => {}} title="Delete it?" lead="It is gone after a week.">
      <input />
    </Dialog>,
  );
  const described = /aria-describedby="([^"]+)"/.exec(dialog)?.[1] ?? "none";
  expect(dialog).toContain(`<div id="${described}" class="dialog-lead">It is gone after a week.</div>`);
  const plain = html(
    <Dialog open onClose={() => {}} title="Keys">
      ?
    </Dialog>,
  );
  expect(plain).not.toContain("aria-describedby");
});

test("who listens has the regions of messages from the start, and hears only what is new in them", () => {
  const regions = html(<Toasts close="Close" />);
  for (const role of ["alert", "status"]) expect(regions).toContain(`<div role="${role}" aria-atomic="false"></div>`);
});

test("a button that is busy keeps its focus and submits nothing a second time", () => {
  const busy = html(
    <Button type="submit" busy>
      Save
    </Button>,
  );
  expect(busy).toContain('type="button"');
  expect(busy).toContain('aria-busy="true"');
  expect(busy).not.toContain(" disabled");
});

test("a link takes the router's link where an app gives one", () => {
  const RouterLink = ({ href, children }: { href: string; children?: unknown }) => (
    <a href={href} data-router="">
      {typeof children === "string" ? children : null}
    </a>
  );
  const link = html(
    <LinkButton href="/zh" link={RouterLink}>
      Start
    </LinkButton>,
  );
  expect(link).toContain("data-router");
});

test("a notice says in a word what its colour says, and interrupts only when told to", () => {
  expect(html(<Notice kind="error" word="Error" />)).toContain(">Error</p>");
  expect(html(<Notice kind="error" word="Error" />)).not.toContain("role=");
  expect(html(<Notice kind="error" word="Error" live />)).toContain('role="alert"');
});

test("the current tab and page are named as such, and there is no way before the first page", () => {
  const tabs = [
    { href: "/a", label: "A", current: true },
    { href: "/b", label: "B", current: false },
  ];
  expect(html(<Tabs label="Views" tabs={tabs} />).match(/aria-current="page"/g)).toHaveLength(1);
  const labels = { label: "Pages", previous: "Previous", next: "Next", page: (page: number) => `Page ${page}` };
  const pager = html(<Pagination page={1} pages={3} hrefFor={(page) => `?page=${page}`} labels={labels} />);
  expect(pager).toContain('aria-label="Page 1" aria-current="page"');
  expect(pager).not.toContain('aria-label="Previous"');
  expect(pager).toContain('href="?page=2" class="pager-link" aria-label="Next"');
});

test("a level is as many bars as it is high, and its word", () => {
  const level = html(<Level level={3} text="Solid" />);
  expect(level.match(/level-on/g)).toHaveLength(3);
  expect(level).toContain("Solid");
});

test("a meter never runs over its end", () => {
  expect(html(<Meter label="Points" text="9 of 8" value={9} max={8} />)).toContain("width:100%");
  expect(html(<Meter label="Points" text="0 of 0" value={0} max={0} />)).toContain("width:0%");
});

test("a chart begins with its sentence and ends with its figures", () => {
  const table = { label: "As a table", columns: ["Topic", "Right"], rows: [["Serving <b>", "61%"]] };
  const link = { href: "/?q=a&b", title: "Only serving" };
  const bars = [{ label: "Serving <b>", link, value: 0.61, text: "61%", note: "n = 23" }];
  const chart = html(<BarChart sentence="Serving is the weakest." bars={bars} max={1} table={table} />);
  expect(chart.indexOf("Serving is the weakest.")).toBeLessThan(chart.indexOf("<svg"));
  expect(chart).toContain('<rect width="61"');
  expect(chart).toContain('<th scope="row">Serving &lt;b&gt;<td>61%');
  expect(chart).toContain('<a data-soft="" class="link" href="/?q=a&amp;b" title="Only serving">Serving &lt;b&gt;</a>');
});

test("the sentence of a chart is heard once: it is not the name of its drawing too", () => {
  const chart = html(
    <LineChart
      sentence="Surer than right."
      lines={[{ key: "own", name: "You", points: [{ x: 0, y: 1 }] }]}
      xTicks={[{ at: 0, text: "0" }]}
      yTicks={[{ at: 0, text: "0" }]}
      table={{ label: "As a table", columns: ["Sure", "Right"], rows: [] }}
    />,
  );
  expect(chart).not.toMatch(/role="img"/);
  const [beforeTable = ""] = chart.split("<details");
  expect(beforeTable.match(/Surer than right/g)).toHaveLength(1);
});

test("how far one is, where it stands beside the line in words, is not heard twice", () => {
  expect(html(<ProgressLine value={1} max={4} />)).toContain('aria-hidden="true"');
  expect(html(<ProgressLine label="Questions" value={1} max={4} />)).toContain('aria-valuetext="1 / 4"');
});

test("a line chart with nothing to draw is empty, not broken", () => {
  const chart = html(
    <LineChart
      sentence="Nothing yet."
      lines={[]}
      xTicks={[]}
      yTicks={[]}
      table={{ label: "t", columns: [], rows: [] }}
    />,
  );
  expect(chart).not.toMatch(/NaN|Infinity/);
});

test("columns stand on zero, one upon the other where they are stacked, each saying what it is", () => {
  const given = {
    sentence: "Most on Tuesday.",
    table: { label: "As a table", columns: ["Day", "Minutes"], rows: [["Tue", "10"]] },
    yTicks: [0, 10, 20].map((at) => ({ at, text: String(at) })),
    xTicks: [{ at: 1, text: "Tue <3" }],
  };
  const column = html(
    <ColumnChart
      {...given}
      axis="Reviews"
      markName="Easy"
      columns={[
        { value: 0, describe: "none" },
        { value: 15, describe: "15 & more", marked: true },
      ]}
    />,
  );
  expect(column).toContain(
    '<rect class="chart-column" x="57.5" y="25" width="35" height="75"><title>15 &amp; more</title>',
  );
  expect(column).toContain('<span style="left:75%">Tue &lt;3</span>');
  expect(column).toContain('<span class="chart-mark" style="left:75%">');
  const stacked = html(
    <StackedColumns {...given} series={["Reviews", "New <b>"]} columns={[{ values: [5, 10], describe: "5 & 10" }]} />,
  );
  expect(stacked).toContain(
    '<title>5 &amp; 10</title><rect class="chart-part-0" x="12" y="75" width="76" height="25"/>',
  );
  expect(stacked).toContain('<rect class="chart-part-1" x="12" y="25" width="76" height="50"/>');
  expect(stacked).toContain("New &lt;b&gt;</li>");
});

test("a calendar has a cell for every day up to the last one, each saying what it was; a bridged day is crossed", () => {
  const calendar = html(
    <ColumnCalendar
      name="Activity"
      sentence="12 answers."
      days={[{ day: "2026-03-03", value: 12 }]}
      lastDay="2026-03-05"
      weeks={2}
      weekdays={["M", "T", "W", "T", "F", "S", "S"]}
      monthName={(month) => `<${month}>`}
      describe={({ day, value }) => `${day}: ${value} & more`}
      bridged={["2026-03-04"]}
      table={{ label: "As a table", columns: ["Day", "Answers"], rows: [["3 Mar", "12"]] }}
    />,
  );
  expect(calendar.match(/<rect /g)).toHaveLength(11);
  expect(calendar).toMatch(/class="heat-4"[^>]*><title>2026-03-03: 12 &amp; more<\/title>/);
  expect(calendar).toContain("&lt;2026-03&gt;");
  expect(calendar.match(/chart-frozen/g)).toHaveLength(1);
  expect(calendar).toContain('role="region" aria-label="Activity" tabindex="0"');
});
