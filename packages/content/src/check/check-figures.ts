import { locales } from "@tidao/kernel";
import type { Course, CourseTopic } from "../course";
import type { Problem } from "../problem";
import { figureFile } from "../render/figures";
import { cleanFigure, FigureError } from "../render/svg";
import { lessonSections } from "./lesson-sections";

/** Every figure that a lesson shows exists in both languages and is plain drawing; no file lies unused. */
export function checkFigures({ topics }: Course): Problem[] {
  return topics.flatMap((topic) => [...drawings(topic), ...uses(topic)]);
}

const placeOf = ({ slug }: CourseTopic, figure: string) => ({ file: `topics/${slug}/${figure}`, line: 1 });

function drawings(topic: CourseTopic): Problem[] {
  return Object.entries(topic.figures).flatMap(([name, svg]) => {
    const twin = name.replace(/\.(zh|en)\.svg$/, (_, locale) => (locale === "zh" ? ".en.svg" : ".zh.svg"));
    const found: Problem[] = [];
    if (twin === name)
      found.push({
        ...placeOf(topic, name),
        what: "the figure's name has no language",
        mend: "call it name.zh.svg and name.en.svg",
      });
    else if (!(twin in topic.figures))
      found.push({ ...placeOf(topic, name), what: `${twin} is missing`, mend: "draw it in both languages" });
    try {
      cleanFigure(svg, "figure");
    } catch (error) {
      if (!(error instanceof FigureError)) throw error;
      found.push({
        ...placeOf(topic, name),
        what: `not a figure that can be shown: ${error.message}`,
        mend: "plain SVG shapes and text only",
      });
    }
    return found;
  });
}

function uses(topic: CourseTopic): Problem[] {
  const used = new Set<string>();
  const found = locales.flatMap((locale) => {
    const lesson = topic.lessons[locale];
    if (!lesson) return [];
    return lessonSections(lesson).flatMap(({ figures }) =>
      [...figures].flatMap(([url, line]) => {
        const file = figureFile(url, locale);
        used.add(file);
        return file in topic.figures
          ? []
          : [
              {
                file: lesson.file,
                line,
                what: `the figure ${file} does not exist`,
                mend: "draw it, or correct its name",
              },
            ];
      }),
    );
  });
  const unused = Object.keys(topic.figures).filter((name) => !used.has(name) && Object.keys(topic.lessons).length > 0);
  return [
    ...found,
    ...unused.map((name) => ({
      ...placeOf(topic, name),
      what: "no lesson shows this figure",
      mend: "show it, or delete it",
    })),
  ];
}
