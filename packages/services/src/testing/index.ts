import { randomUUID } from "node:crypto";
import type { UserActor } from "@tidao/access";
import { questionSpec } from "@tidao/grading";
import { pool } from "@tidao/prisma";
import { versionContent } from "../bank/version-row";
import { insertVersion } from "../bank/version.repo";
import { sampleSpecs } from "./sample-specs";

/** An account with its learning record, straight into the tables, and the actor that a session of it would give. */
export async function makeActor(roles: UserActor["roles"] = ["learner"], zone = "UTC"): Promise<UserActor> {
  const id = randomUUID();
  const subjectId = randomUUID();
  await pool.query(`insert into "user" (id, email, name, locale, zone) values ($1, $2, 'Test Person', 'en', $3)`, [id, `${id}@example.test`, zone]);
  await pool.query(`insert into learner (subject_id, user_id) values ($1, $2)`, [subjectId, id]);
  const extra = roles.filter((role) => role !== "learner");
  if (extra.length) await pool.query(`insert into user_role (user_id, role) select $1, unnest($2::text[])::"Role"`, [id, extra]);
  return { kind: "user", id, subjectId, roles: ["learner", ...extra], sessionId: randomUUID(), name: "Test Person", email: `${id}@example.test`, locale: "en", zone, theme: "system", motion: "system", asksConfidence: true, emailVerified: false };
}

/**
 * A small bank: one topic with a published question of every kind, one of them parameterised. With `basis`, a topic that it
 * stands on, with a question "basis" that answers as "single" does.
 * @returns version ids by question id
 */
export async function makeBank({ basis = false } = {}): Promise<Record<string, string>> {
  const text = (word: string) => ({ zh: word, en: word });
  const body = {
    title: text("Sample"), summary: text("Sample"), objectives: [{ id: "s-o1", text: text("Know") }, { id: "s-o2", text: text("Do") }],
    misconceptions: [{ id: "s-m1", belief: text("belief"), truth: text("truth") }],
  };
  await pool.query(`insert into topic (slug, number, area, body, prerequisites, source_hash) values ('sample', 1, 'data', $1, '{}', 'h') on conflict do nothing`, [body]);
  await pool.query(`insert into source (id, body, source_hash) values ('sample-2020', $1, 'h') on conflict do nothing`, [{ authors: "A", year: 2020, title: "T" }]);
  const versions: Record<string, string> = {};
  if (basis) {
    await pool.query(`insert into topic (slug, number, area, body, prerequisites, source_hash) values ('basis', 2, 'data', $1, '{}', 'h')`, [body]);
    await pool.query(`update topic set prerequisites = '{basis}' where slug = 'sample'`);
  }
  const specs = Object.entries(sampleSpecs).map(([id, raw]) => ({ id, raw, topicSlug: "sample" }));
  if (basis) specs.push({ id: "basis", raw: { ...sampleSpecs.single, objective: "b-o1" }, topicSlug: "basis" });
  for (const { id, raw, topicSlug } of specs) {
    const content = await versionContent(questionSpec.parse(raw));
    await pool.query(`insert into question (id, topic_slug, kind) values ($1, $2, $3)`, [id, topicSlug, content.kind]);
    versions[id] = await insertVersion(pool, {
      questionId: id, topicSlug, number: 1, status: "published", content, origin: "import", authorId: null, note: null, correctsVersionId: null, at: new Date(),
    });
    await pool.query(`update question set published_version_id = $2 where id = $1`, [id, versions[id]]);
  }
  return versions;
}
export { sampleAnswers, sampleSpecs } from "./sample-specs";
