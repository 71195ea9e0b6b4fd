import { randomUUID } from "node:crypto";
import { microPoints } from "@tidao/measurement";
import { inTransaction } from "@tidao/prisma";
import { stateRows } from "../rebuild/log.repo";
import { replayLog } from "../rebuild/replay-log";
import { copyRows, type Row } from "./copy-rows.repo";
import { type MadeUpAnswer, makeUpLog } from "./made-up-learner";
import { addToCounters, analyse, countPopulation, listItems } from "./population.repo";

/** Learner n of the population; the same on every machine. */
export const madeUpUserId = (n: number): string => `00000000-0000-4000-8000-${n.toString(16).padStart(12, "0")}`;
const madeUpSubjectId = (n: number): string => `00000000-0000-4000-a000-${n.toString(16).padStart(12, "0")}`;
const learnersAtOnce = 50;
/** Number of the learner who has `most` answers. */
const busiest = 999;

/**
 * Adds made-up learners with their logs and the state that follows from them, until there are so many submissions. For
 * measurements on a database that is thrown away; needs the connection of the owner, which may write the log.
 * @param answersEach of a usual learner; learner 999, where the population gets that far, has `most`
 */
export async function growPopulation(
  wanted: { submissions: number; answersEach?: number; most?: number },
  now: Date,
  onProgress: (submissions: number) => void = () => {},
): Promise<{ learners: number; submissions: number }> {
  const items = await listItems();
  const population = await countPopulation();
  const answersEach = wanted.answersEach ?? 400;
  while (population.submissions < wanted.submissions) {
    const people: { n: number; answers: number }[] = [];
    let planned = population.submissions;
    while (people.length < learnersAtOnce && planned < wanted.submissions) {
      const n = population.learners + people.length;
      const answers = Math.min(n === busiest ? (wanted.most ?? answersEach) : answersEach, wanted.submissions - planned);
      people.push({ n, answers });
      planned += answers;
    }
    await addLearners(people.map(({ n, answers }) => ({ n, log: makeUpLog(`learner ${n}`, items, answers, now) })), now);
    population.learners += people.length;
    population.submissions = planned;
    onProgress(planned);
  }
  await analyse();
  return population;
}

function addLearners(people: { n: number; log: MadeUpAnswer[] }[], now: Date): Promise<void> {
  const tables: Record<string, Row[]> = { user: [], learner: [], submission: [], grading: [] };
  const derived: Record<string, Row[]> = {
    review_card: [], topic_mastery: [], objective_mastery: [], daily_activity: [], topic_day: [], question_state: [],
  };
  const counters = new Map<string, { submissions: number; right: number; microPoints: number }>();
  for (const { n, log } of people) {
    const subject_id = madeUpSubjectId(n);
    tables.user!.push({ id: madeUpUserId(n), email: `made-up-${n}@example.test`, name: `Made-up ${n}`, locale: n % 2 ? "en" : "zh", zone: "UTC", created_at: log[0]?.submittedAt ?? now });
    tables.learner!.push({ subject_id, user_id: madeUpUserId(n), last_seq: log.length * 2, created_at: log[0]?.submittedAt ?? now });
    for (const answer of log) addAnswer(tables, counters, subject_id, answer);
    const state = stateRows(subject_id, replayLog(log, []));
    derived.review_card!.push(...state.cards);
    derived.topic_mastery!.push(...state.topics);
    derived.objective_mastery!.push(...state.objectives);
    derived.daily_activity!.push(...state.days);
    derived.topic_day!.push(...state.topicDays);
    derived.question_state!.push(...state.questions);
  }
  return inTransaction(async (connection) => {
    for (const [table, rows] of Object.entries({ ...tables, ...derived })) await copyRows(connection, table, rows);
    await addToCounters(connection, counters);
  });
}

function addAnswer(tables: Record<string, Row[]>, counters: Map<string, { submissions: number; right: number; microPoints: number }>, subject_id: string, answer: MadeUpAnswer) {
  const [grading] = answer.gradings;
  if (!grading) return;
  const { submissionId, questionId, versionId, localDate, submittedAt } = answer;
  tables.submission!.push({
    id: submissionId, subject_id, seq: answer.seq, submission_key: randomUUID(), question_id: questionId, question_version_id: versionId, seed: 0,
    answer: { kind: "blank" }, confidence: answer.confidence, hints_used: 0, duration_ms: answer.durationMs, context: "practice",
    submitted_at: submittedAt, local_date: localDate,
  });
  tables.grading!.push({
    id: randomUUID(), subject_id, seq: grading.seq, submission_id: submissionId, cause: "automatic", key_version_id: versionId, verdict: grading.verdict,
    points: grading.points, misconceptions: grading.misconceptions, parts: "[]", rating: grading.rating, item_difficulty: grading.itemDifficulty,
    prerequisites: grading.prerequisites, withheld: false, graded_at: submittedAt, local_date: localDate,
  });
  const before = counters.get(questionId) ?? { submissions: 0, right: 0, microPoints: 0 };
  counters.set(questionId, {
    submissions: before.submissions + 1, right: before.right + (grading.verdict === "right" ? 1 : 0), microPoints: before.microPoints + microPoints(grading.points),
  });
}
