import type { CourseLesson } from "../course";
import type { Problem } from "../problem";
import { type LessonSection, lessonSections } from "./lesson-sections";
import { missingNumbers } from "./stated-numbers";

/** Both languages carry the same sections, formulas, code, figures, sources and numbers. */
export function compareLessons(zh: CourseLesson, en: CourseLesson): Problem[] {
  const [ours, theirs] = [lessonSections(zh), lessonSections(en)];
  const order = sectionOrder(zh, ours, theirs);
  if (order.length > 0) return order;
  return ours.flatMap((section, at) => {
    const twin = theirs[at];
    return twin ? [...compareSections(zh, section, en, twin), ...lacking(en, twin, zh, section)] : [];
  });
}

function sectionOrder(zh: CourseLesson, ours: LessonSection[], theirs: LessonSection[]): Problem[] {
  const [mine, other] = [ours, theirs].map((sections) =>
    sections.map(
      ({ anchor, level, objective }) =>
        `${"#".repeat(level)} ${anchor ?? "?"}${objective ? ` objective=${objective}` : ""}`,
    ),
  );
  const at = (mine ?? []).findIndex((heading, i) => heading !== other?.[i]);
  if (at < 0 && mine?.length === other?.length) return [];
  const place = at < 0 ? (mine?.length ?? 0) : at;
  const [here, there] = [mine?.[place] ?? "no further section", other?.[place] ?? "no further section"];
  return [
    {
      file: zh.file,
      line: ours[place]?.line ?? ours.at(-1)?.line ?? 1,
      what: `sections differ: here ${here}, in lesson.en.md ${there}`,
      mend: "the same anchors, levels and objectives in the same order",
    },
  ];
}

/** What must be the same on both sides, told once. */
function compareSections(zh: CourseLesson, section: LessonSection, en: CourseLesson, twin: LessonSection): Problem[] {
  const found: Problem[] = [];
  const report = (line: number, what: string, mend: string) =>
    found.push({ file: zh.file, line, what: `#${section.anchor}: ${what}`, mend });
  if (section.displays.join("\n") !== twin.displays.join("\n")) {
    const at = section.displays.findIndex((tex, i) => tex !== twin.displays[i]);
    const [here, there] = [section.displays[at], twin.displays[Math.max(0, at)]];
    report(
      section.line,
      `display formulas differ from lesson.en.md:${twin.line}: ${here ?? "none"} and ${there ?? "none"}`,
      "write the same formula in both",
    );
  }
  const at = Math.max(
    section.code.findIndex(({ text }, i) => text !== twin.code[i]?.text),
    section.code.length === twin.code.length ? -1 : 0,
  );
  if (at >= 0)
    report(
      section.code[at]?.line ?? section.line,
      `code differs from ${en.file.split("/").at(-1)}:${twin.code[at]?.line ?? twin.line}`,
      "only comments may differ",
    );
  return [...found, ...lacking(zh, section, en, twin)];
}

/** What `theirs` says and `mine` does not. */
function lacking(lesson: CourseLesson, mine: LessonSection, other: CourseLesson, theirs: LessonSection): Problem[] {
  const there = other.file.split("/").at(-1) ?? "";
  const report = (what: string, line: number, mend: string): Problem => ({
    file: lesson.file,
    line: mine.line,
    what: `#${mine.anchor}: no ${what}, which ${there}:${line} has`,
    mend,
  });
  const maps = [
    ["formula", "formulas", "write it in both languages"],
    ["figure", "figures", "show it in both languages"],
    ["source", "citations", "cite it in both languages"],
    ["link", "links", "link in both languages"],
  ] as const;
  return [
    ...maps.flatMap(([word, field, mend]) =>
      [...theirs[field]]
        .filter(([key]) => !mine[field].has(key))
        .map(([key, line]) => report(`${word} ${key}`, line, mend)),
    ),
    ...missingNumbers(theirs.numbers, allNumbers(mine)).map(({ shown, line }) =>
      report(`number ${shown}`, line, "state the same numbers, in digits"),
    ),
  ];
}
/** A number may be prose in one language and stand inside a formula in the other. */
const allNumbers = ({ numbers, formulas, displays }: LessonSection) => [
  ...numbers,
  ...Array.from([...formulas.keys(), ...displays].join(" ").matchAll(/\d+(?:\.\d+)?/g), ([digits]) => ({
    shown: digits,
    values: [Number(digits)],
    line: 0,
  })),
];
