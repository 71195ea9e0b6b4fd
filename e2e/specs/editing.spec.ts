import { givenQuestion } from "../arrange";
import { sql } from "../database";
import { adminUrl, expect, languages, look, test } from "../fixtures";
import { button, link, passUntil, verdict } from "../screens/question";

// topics without questions of their own: these journeys change the bank, and others read it meanwhile
const topics = { zh: "energy", en: "scalability" };

for (const locale of languages)
  test(`an editor corrects a question: the next learner gets the new text, an old answer keeps the old one (${locale})`, async ({ as }) => {
    const editor = await as(["editor"], { locale, name: "沈编 Shen" });
    const learner = await as([], { locale });
    const mark = `${locale}${Date.now().toString(36)}`;
    const id = `e2e-${mark}`;
    const topicSlug = topics[locale];
    await givenQuestion(editor, {
      id,
      topicSlug,
      stem: { zh: `旧题干${mark}：一千瓦的机器开两小时，用多少电？`, en: `Old stem ${mark}: how much energy does a 1 kW machine use in two hours?` },
      choices: [
        { id: "two", zh: "二千瓦时", en: "2 kWh", correct: true },
        { id: "half", zh: "半千瓦时", en: "0.5 kWh" },
      ],
    });
    const old = { zh: `旧题干${mark}`, en: `Old stem ${mark}` }[locale];
    const fresh = { zh: `新题干${mark}`, en: `New stem ${mark}` };

    await learner.open(`/practice?topic=${topicSlug}`);
    await passUntil(learner, old);
    await learner.page.getByRole("radio").first().check();
    await button(learner, learner.words.practice.submit).click();
    await expect(verdict(learner)).toBeVisible();
    const [{ id: submissionId }] = (await sql<{ id: string }>(`select id from submission where subject_id = $1 and question_id = $2`, [learner.subjectId, id])) as [{ id: string }];

    const { page, words, say } = editor;
    const texts = words.admin;
    await editor.open("/questions", "admin");
    await look(page);
    await page.getByRole("searchbox", { name: texts.questions.search }).fill(mark);
    await page.keyboard.press("Enter");
    await expect(page.locator("[aria-live]").filter({ hasText: say(texts.questions.results, { count: 1 }) })).toBeVisible();
    const facets = page.getByRole("complementary", { name: texts.questions.facets.label });
    await facets.getByRole("link", { name: words.questionKinds["single-choice"] }).click();
    await expect(facets.getByRole("link", { name: words.questionKinds["single-choice"] })).toHaveAttribute("aria-current", "true");
    await facets.getByRole("link", { name: texts.status.published }).click();
    await expect(page).toHaveURL(/text=.*kind=.*status=/);
    await page.getByRole("link").filter({ hasText: id }).click();
    await expect(page.getByRole("heading", { level: 1, name: id })).toBeVisible();
    await look(page);

    const field = (language: "zh" | "en") => page.getByRole("textbox", { name: `${texts.fields.stem} · ${texts.editor[language]}` });
    await field("zh").fill("");
    const problems = page.getByRole("region", { name: say(texts.editor.problems.title, { count: 1 }) });
    await expect(problems).toBeVisible();
    await expect(button(editor, texts.editor.publish)).toHaveAttribute("aria-disabled", "true");
    await problems.getByRole("button", { name: texts.editor.problems.next }).click();
    await expect(field("zh")).toBeFocused();
    await look(page);
    await field("zh").fill(`${fresh.zh}：一千瓦的机器开两小时，用多少电？`);
    await field("en").fill(`${fresh.en}: how much energy does a 1 kW machine use in two hours?`);
    const preview = page.getByRole("complementary", { name: texts.editor.preview });
    await expect(preview.getByText(fresh[locale])).toBeVisible();
    await preview.getByRole("button", { name: texts.editor[locale === "zh" ? "en" : "zh"] }).click();
    await expect(preview.getByText(fresh[locale === "zh" ? "en" : "zh"])).toBeVisible();
    await expect(page.getByText(texts.editor.problems.none)).toBeVisible();

    await button(editor, texts.editor.saveDraft).click();
    await expect(page.getByRole("status").filter({ hasText: say(texts.editor.state.draft, { version: 2 }) })).toBeVisible();
    await learner.open(`/practice/answers/${submissionId}`);
    await expect(learner.page.getByText(old).first()).toBeVisible();
    expect((await sql<{ n: string }>(`select spec->'stem'->>$2 as n from question_version v join question q on q.published_version_id = v.id where q.id = $1`, [id, locale]))[0]!.n).toContain(old);

    await button(editor, texts.editor.publish).click();
    const dialog = page.getByRole("dialog", { name: say(texts.editor.publishing.title, { version: 2 }) });
    await dialog.getByLabel(texts.editor.publishing.note).fill("clearer");
    await look(page);
    await dialog.getByRole("button", { name: texts.editor.publishing.confirm }).click();
    await expect(page.getByText(say(texts.editor.published, { version: 2 }))).toBeVisible();

    const next = await as([], { locale });
    await next.open(`/practice?topic=${topicSlug}`);
    await passUntil(next, fresh[locale]);
    await expect(next.page.getByText(old)).toHaveCount(0);
    await learner.open(`/practice/answers/${submissionId}`);
    await expect(learner.page.getByText(old).first()).toBeVisible();
    await expect(learner.page.getByText(fresh[locale])).toHaveCount(0);
    await look(learner.page);

    await link(editor, texts.editor.history).click();
    await expect(page.getByRole("heading", { level: 1 })).toContainText(id);
    await expect(page.getByRole("row").filter({ hasText: "clearer" })).toContainText(texts.history.current);
    await look(page);
    expect(await sql(`select action from audit_entry where resource_id = $1 order by id`, [id])).toEqual(
      ["created", "draftSaved", "published", "draftSaved", "published"].map((done) => ({ action: `question.${done}` })),
    );
    const stranger = await learner.context.request.get(`${adminUrl}/${locale}/questions/${id}`);
    expect(stranger.status()).toBe(403);
    expect(/千瓦|kWh/.test(await stranger.text()), "what a learner is told of a question").toBe(false);
  });
