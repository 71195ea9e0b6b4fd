import { passagePieces, type QuestionSpec, shownKey, type Text } from "@tidao/grading";
import { escapeHtml, type Locale } from "@tidao/kernel";
import { renderInline, renderMarkdown, renderPassage } from "./render-markdown";
import type { RenderedPart, RenderedQuestion, RevealedQuestion, ShownQuestion } from "./rendered-question";

/** Both halves of a question in one language. A parameterised question is instantiated first. */
export async function renderQuestion(spec: QuestionSpec, locale: Locale): Promise<RenderedQuestion> {
  if (spec.variant) throw new Error("a parameterised question is instantiated before it is rendered");
  const render = rendererFor(locale);
  const [stem, solution, hints, parts] = await Promise.all([
    render.blocks(spec.stem),
    render.blocks(spec.solution),
    Promise.all(spec.hints.map(render.blocks)),
    renderInteraction(spec, render),
  ]);
  return {
    shown: { stem, hintsAvailable: hints.length, ...parts.shown },
    revealed: { solution, hints, ...parts.revealed },
  };
}

type Renderer = ReturnType<typeof rendererFor>;
function rendererFor(locale: Locale) {
  const inline = (text: Text) => renderInline(text[locale], locale);
  return {
    locale,
    inline,
    blocks: (text: Text) => renderMarkdown(text[locale], locale),
    passage: (text: Text) => renderPassage(text[locale], locale),
    parts: (texts: [string, Text][]): Promise<RenderedPart[]> =>
      Promise.all(texts.map(async ([id, text]) => ({ id, html: await inline(text) }))),
    /** A record of texts; entries without one are left out. */
    byKey: async (entries: [string, Text | undefined][]): Promise<Record<string, string>> => {
      const given = entries.filter((entry): entry is [string, Text] => entry[1] !== undefined);
      return Object.fromEntries(
        await Promise.all(given.map(async ([key, text]) => [key, await inline(text)] as const)),
      );
    },
  };
}

type Bare<T> = T extends unknown ? Omit<T, "stem" | "hintsAvailable"> : never;
interface Halves {
  shown: Bare<ShownQuestion>;
  revealed: Omit<RevealedQuestion, "solution" | "hints">;
}
const textsOf = (parts: { id: string; text: Text }[]) => parts.map(({ id, text }): [string, Text] => [id, text]);
const whys = (parts: { id: string; why: Text }[]) => parts.map(({ id, why }): [string, Text] => [id, why]);

async function renderInteraction({ interaction, stem }: QuestionSpec, render: Renderer): Promise<Halves> {
  switch (interaction.kind) {
    case "single-choice":
    case "multiple-choice": {
      const { kind, choices } = interaction;
      return {
        shown: { kind, choices: await render.parts(textsOf(choices)) },
        revealed: { why: await render.byKey(whys(choices)), keys: {} },
      };
    }
    case "numeric": {
      const { kind, unit, units, distractors } = interaction;
      const accepted = units?.map((each) => each.unit);
      const why = distractors.map((each, at): [string, Text] => [`value:${at}`, each.why]);
      return {
        shown: { kind, ...(unit === undefined ? {} : { unit }), ...(accepted ? { units: accepted } : {}) },
        revealed: {
          why: await render.byKey(why),
          keys: { value: escapeHtml(shownKey(interaction, stem[render.locale])) },
        },
      };
    }
    case "ordering": {
      const { kind, items, why } = interaction;
      return {
        shown: { kind, items: await render.parts(textsOf(items)) },
        // one explanation for the whole order, told at its first item as the grader does
        revealed: { why: await render.byKey([[items[0]?.id ?? "", why]]), keys: {} },
      };
    }
    case "matching": {
      const { kind, pairs, extras } = interaction;
      const [lefts, rights] = await Promise.all([
        render.parts(pairs.map(({ id, left }) => [id, left])),
        render.parts([...pairs, ...extras].map(({ id, right }) => [id, right])),
      ]);
      return {
        shown: { kind, lefts, rights },
        revealed: {
          why: await render.byKey(whys(pairs)),
          keys: await render.byKey(pairs.map(({ id, right }) => [id, right])),
        },
      };
    }
    case "cloze": {
      const { kind, blanks } = interaction;
      const { passage, ids } = await renderMarked(interaction.passage, render);
      const traps = blanks.flatMap(({ id, distractors }) =>
        distractors.map(({ why }, at): [string, Text] => [`${id}:${at}`, why]),
      );
      const keys = blanks.map(
        async ({ id, accept }) => [id, await word(accept[render.locale][0] ?? "", render.locale)] as const,
      );
      return {
        shown: { kind, passage, blanks: ids },
        revealed: {
          why: await render.byKey([...whys(blanks), ...traps]),
          keys: Object.fromEntries(await Promise.all(keys)),
        },
      };
    }
    case "find-error": {
      const { kind, spans } = interaction;
      const { passage, ids } = await renderMarked(interaction.passage, render);
      return {
        shown: { kind, passage, spans: ids },
        revealed: {
          why: await render.byKey(whys(spans)),
          keys: await render.byKey(spans.map(({ id, correction }) => [id, correction])),
        },
      };
    }
    case "short-answer": {
      const { kind, keyPoints, modelAnswer } = interaction;
      const [points, answer] = await Promise.all([render.parts(textsOf(keyPoints)), render.blocks(modelAnswer)]);
      return { shown: { kind }, revealed: { why: {}, keys: {}, keyPoints: points, modelAnswer: answer } };
    }
  }
}

async function renderMarked(passage: Text, render: Renderer) {
  const ids = passagePieces(passage[render.locale]).flatMap((piece) => (typeof piece === "string" ? [] : [piece.id]));
  return { passage: await render.passage(passage), ids };
}
/** What is typed into a blank is no Markdown (`__init__`), unless it is a formula or code. */
const word = (text: string, locale: Locale) =>
  /[$`]/.test(text) ? renderInline(text, locale) : Promise.resolve(escapeHtml(text));
