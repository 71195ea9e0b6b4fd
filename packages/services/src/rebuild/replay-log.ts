import type { Verdict } from "@tidao/grading";
import type { MasteryLevel } from "@tidao/measurement";
import { type Rating, rescheduleCard } from "@tidao/scheduling";
import type { CountedAnswer } from "../learning-record/counted-answer";
import type { PlacedMastery } from "../learning-record/event.repo";
import { foldAnswer, foldSettled, type LearnerSlice, noMastery } from "../learning-record/fold";
import { defaultWishes, type FittedParameters, type ReviewChoice, type ReviewWishes, schedulingOf, wishesChanged, wishesFitted } from "../learning-record/review-wishes";
import { planSetting } from "../plan/plan.dto";
import type { SetPlan } from "../plan/plan.repo";

/** One grading of a submission, as stored. */
export interface LoggedGrading {
  seq: number;
  verdict: Verdict;
  points: number;
  rating: Rating | null;
  itemDifficulty: number;
  misconceptions: string[];
  prerequisites: string[];
  withheld: boolean;
}
export interface LoggedSubmission {
  seq: number;
  submissionId: string;
  questionId: string;
  topicSlug: string;
  objectiveId: string;
  guess: number;
  submittedAt: Date;
  localDate: string;
  durationMs: number;
  confidence: number | null;
  attemptId: string | null;
  position: number | null;
  /** In the order of the log; at least one. */
  gradings: LoggedGrading[];
}
interface LoggedBody {
  topic?: string;
  question?: string;
  path?: string;
  attemptId?: string;
  date?: string | null;
  topics?: PlacedMastery;
}
export interface LoggedEvent {
  seq: number;
  kind: string;
  body: LoggedBody;
  occurredAt: Date;
  localDate: string;
}
export interface ReplayedState {
  cards: Map<string, { topicSlug: string; value: NonNullable<LearnerSlice["card"]> }>;
  topics: Map<string, NonNullable<LearnerSlice["topic"]>>;
  objectives: Map<string, { topicSlug: string; value: NonNullable<LearnerSlice["objective"]> }>;
  days: Map<string, NonNullable<LearnerSlice["day"]>>;
  /** By day and topic, `YYYY-MM-DD|topic`. */
  topicDays: Map<string, NonNullable<LearnerSlice["topicDay"]>>;
  questions: Map<string, { topicSlug: string; objectiveId: string; value: NonNullable<LearnerSlice["question"]> }>;
  lessons: Map<string, { firstAt: Date; lastAt: Date }>;
  paths: Map<string, { startedAt: Date; deadline: string | null }>;
  skips: Map<string, Date>;
  /** When each card's first answer counted, and when a card was set aside. */
  begun: Map<string, Date>;
  suspended: Map<string, Date>;
  /** Null while nothing was chosen. */
  wishes: ReviewWishes | null;
  plan: SetPlan | null;
}

/**
 * The state that a learner's log leads to: the stored verdicts in order, by the fold that `submitAnswer` uses. The newest
 * grading of a submission counts, at the place where its first one counted; what was withheld counts when its feedback
 * opened.
 */
export function replayLog(submissions: readonly LoggedSubmission[], events: readonly LoggedEvent[]): ReplayedState {
  const state: ReplayedState = {
    cards: new Map(), topics: new Map(), objectives: new Map(), days: new Map(), topicDays: new Map(), questions: new Map(), lessons: new Map(), paths: new Map(),
    begun: new Map(), suspended: new Map(), skips: new Map(), wishes: null, plan: null,
  };
  const happenings: { seq: number; run: () => void }[] = [];
  const opened = new Map<string, number>();
  for (const event of events) if (event.kind === "feedback_opened") opened.set(event.body.attemptId ?? "", event.seq);
  const finalOf = finalAnswers(submissions, opened);

  for (const [index, submission] of submissions.entries()) {
    const previous = submissions[index - 1] ?? null;
    const [first] = submission.gradings;
    if (!first) continue;
    // order among withheld answers that open together: by position, behind the event's own number
    const opensAt = submission.attemptId === null ? undefined : opened.get(submission.attemptId);
    if (first.withheld && (opensAt === undefined || !finalOf.has(submission.submissionId))) continue;
    const at = first.withheld ? opensAt! + (submission.position ?? 0) / 1000 : first.seq;
    const atThatTime = submission.gradings.filter((g) => g.seq <= at);
    const latest = submission.gradings.at(-1)!;
    const settledBefore = atThatTime.find((g) => g.verdict !== "pending");
    const settledLater = submission.gradings.find((g) => g.seq > at && g.verdict !== "pending");
    const begin = settledBefore ? latest : first;
    happenings.push({ seq: at, run: () => fold(state, submission, previous, begin, null) });
    if (!settledBefore && settledLater) happenings.push({ seq: settledLater.seq, run: () => fold(state, submission, previous, latest, first.points) });
  }
  for (const event of events) happenings.push({ seq: event.seq, run: () => applyEvent(state, event) });
  happenings.sort((a, b) => a.seq - b.seq);
  for (const { run } of happenings) run();
  return state;
}

/** Of several answers to one position of a withheld attempt the newest counts. */
function finalAnswers(submissions: readonly LoggedSubmission[], opened: ReadonlyMap<string, number>): Set<string> {
  const newest = new Map<string, string>();
  for (const s of submissions) if (s.attemptId !== null && opened.has(s.attemptId)) newest.set(`${s.attemptId}|${s.position}`, s.submissionId);
  return new Set(newest.values());
}

function fold(
  state: ReplayedState,
  submission: LoggedSubmission,
  previous: LoggedSubmission | null,
  grading: LoggedGrading,
  pendingPoints: number | null,
) {
  const topicDay = `${submission.localDate}|${submission.topicSlug}`;
  const { questionId, topicSlug, objectiveId, localDate } = submission;
  const before: LearnerSlice = {
    card: state.cards.get(questionId)?.value,
    topic: state.topics.get(topicSlug),
    objective: state.objectives.get(objectiveId)?.value,
    day: state.days.get(localDate),
    topicDay: state.topicDays.get(topicDay),
    question: state.questions.get(questionId)?.value,
    prerequisites: Object.fromEntries(grading.prerequisites.flatMap((slug) => (state.topics.has(slug) ? [[slug, state.topics.get(slug)!]] : []))),
    scheduling: state.wishes ? schedulingOf(state.wishes) : undefined,
  };
  const counted: CountedAnswer = {
    submissionId: submission.submissionId, questionId, topicSlug, objectiveId, localDate,
    verdict: grading.verdict, points: grading.points, rating: grading.rating, itemDifficulty: grading.itemDifficulty,
    misconceptions: grading.misconceptions, prerequisites: grading.prerequisites, confidence: submission.confidence, previous,
    guess: submission.guess, submittedAt: submission.submittedAt, durationMs: submission.durationMs,
  };
  const after = pendingPoints === null ? foldAnswer(before, counted) : foldSettled(before, counted, pendingPoints);
  if (after.card) state.cards.set(questionId, { topicSlug, value: after.card });
  if (after.card?.lastReview && !state.begun.has(questionId)) state.begun.set(questionId, after.card.lastReview);
  if (after.topic) state.topics.set(topicSlug, after.topic);
  if (after.objective) state.objectives.set(objectiveId, { topicSlug, value: after.objective });
  for (const [slug, held] of Object.entries(after.prerequisites)) state.topics.set(slug, held);
  if (after.day) state.days.set(localDate, after.day);
  if (after.topicDay) state.topicDays.set(topicDay, after.topicDay);
  if (after.question) state.questions.set(questionId, { topicSlug, objectiveId, value: after.question });
}

function applyEvent(state: ReplayedState, { kind, body, occurredAt, localDate }: LoggedEvent) {
  if (kind === "lesson_read" && body.topic) {
    state.lessons.set(body.topic, { firstAt: state.lessons.get(body.topic)?.firstAt ?? occurredAt, lastAt: occurredAt });
  } else if (kind === "path_started" && body.path) {
    if (!state.paths.has(body.path)) state.paths.set(body.path, { startedAt: occurredAt, deadline: null });
  } else if (kind === "path_left" && body.path) {
    state.paths.delete(body.path);
  } else if (kind === "card_suspended" && body.question) {
    if (!state.suspended.has(body.question)) state.suspended.set(body.question, occurredAt);
  } else if (kind === "card_resumed" && body.question) {
    state.suspended.delete(body.question);
  } else if (kind === "review_settings_changed") {
    const { reschedule, ...choice } = body as unknown as ReviewChoice & { reschedule: boolean };
    const wishes = wishesChanged(state.wishes ?? defaultWishes, choice);
    state.wishes = wishes;
    const options = schedulingOf(wishes);
    if (reschedule) for (const [id, { topicSlug, value }] of state.cards) state.cards.set(id, { topicSlug, value: rescheduleCard(value, options) });
  } else if (kind === "parameters_fitted") {
    state.wishes = wishesFitted(state.wishes ?? defaultWishes, body as unknown as FittedParameters, occurredAt);
  } else if (kind === "plan_set") {
    state.plan = { ...planSetting.parse(body), setOn: localDate, setAt: occurredAt };
  } else if (kind === "plan_cleared") {
    state.plan = null;
  } else if (kind === "path_deadline_set" && body.path) {
    const enrolled = state.paths.get(body.path);
    if (enrolled) state.paths.set(body.path, { ...enrolled, deadline: body.date ?? null });
  } else if (kind === "topic_skipped" && body.topic) {
    if (!state.skips.has(body.topic)) state.skips.set(body.topic, occurredAt);
  } else if (kind === "topic_unskipped" && body.topic) {
    state.skips.delete(body.topic);
  } else if (kind === "placement_finished") {
    for (const [slug, { rating, level }] of Object.entries(body.topics ?? {}))
      state.topics.set(slug, { ...(state.topics.get(slug) ?? noMastery(occurredAt)), rating, level: level as MasteryLevel, updatedAt: occurredAt });
  }
}
