import { randomUUID } from "node:crypto";
import type { UserActor } from "@tidao/access";
import { type Clock, fixedClock, instantOfWallTime, type Locale, type Random, seededRandom } from "@tidao/kernel";
import { updatePreferences } from "../account";
import { getAttempt, startAttempt, submitAttemptAnswer } from "../assignments";
import { getPublishedVersion } from "../bank/question-version.repo";
import { madeUpAnswer } from "../demo/made-up-answer";
import { startTest, submitTestAnswer } from "../placement";
import { getNextQuestion, nextQuestionInput } from "../practice/get-next-question";
import { submitAnswer } from "../practice/submit-answer";
import { takeHint } from "../practice/take-hint";
import { tickKeyPoints } from "../practice/tick-key-points";
import { resumeCard, suspendCard } from "../reviews";

const dayMs = 86_400_000;
interface Shown {
  questionId: string;
  versionId: string;
  seed: number;
}

/**
 * A made-up learner of known memory with a clock of their own: what they know at first is a matter of chance, what they have
 * learned fades by the power law. They use the services that a page uses, and nothing else.
 */
export class LivedLearner {
  actor: UserActor;
  /** ms since 1970. */
  now = 0;
  readonly setAside = new Set<string>();
  readonly asked: { questionId: string; due: boolean }[] = [];
  readonly #random: Random;
  readonly #knows: number;
  readonly #memory = new Map<string, { stability: number; at: number }>();

  /** @param knows the share of new questions that are answered right */
  constructor(actor: UserActor, seed: number, knows: number) {
    this.actor = actor;
    this.#random = seededRandom(seed);
    this.#knows = knows;
  }

  get context(): { clock: Clock; locale: Locale } {
    return { clock: fixedClock(new Date(this.now).toISOString()), locale: "en" };
  }
  /** To a time of the clock on the wall where they are; never back. */
  goTo(date: string, time: string): void {
    this.now = Math.max(this.now, instantOfWallTime(`${date}T${time}`, this.actor.zone)!.getTime());
  }
  async fly(zone: string): Promise<void> {
    await updatePreferences(this.actor, { zone }, this.context);
    this.actor = { ...this.actor, zone };
  }
  next(filter: object) {
    return getNextQuestion(this.actor, nextQuestionInput.parse(filter), this.context);
  }

  /**
   * Answers what practice asks by this filter, until nothing is left of it.
   * @throws where it asks what is set aside or, as the services do, what an assignment withholds
   */
  async practise(filter: object, most: number): Promise<void> {
    const except: string[] = [];
    for (let n = 0; n < most; n++) {
      const { question, reason } = await this.next({ ...filter, except: except.slice(-50) });
      if (!question) return;
      if (this.setAside.has(question.questionId)) throw new Error(`${question.questionId} was set aside and is asked`);
      this.asked.push({ questionId: question.questionId, due: reason === "due" });
      await this.#answer(question);
      except.push(question.questionId);
    }
  }
  /** @param topic null for a placement */
  async takeTest(topic: string | null, most: number): Promise<void> {
    let state = await startTest(this.actor, { topic }, this.context);
    for (let n = 0; state.item && n < most; n++) {
      const { question, position } = state.item;
      const answer = await this.#answerTo(question, this.#recalls(question.questionId));
      state = await submitTestAnswer(
        this.actor,
        { testId: state.testId, position, versionId: question.versionId, answer, confidence: null, durationMs: 9000 },
        this.context,
      );
    }
  }
  async doAssignment(assignmentId: string): Promise<void> {
    const { attemptId } = await startAttempt(this.actor, { assignmentId }, this.context);
    for (const { question, position } of (await getAttempt(this.actor, { attemptId }, this.context)).items) {
      const answer = await this.#answerTo(question, this.#recalls(question.questionId));
      await submitAttemptAnswer(
        this.actor,
        { attemptId, position, submissionKey: randomUUID(), answer, confidence: 3, durationMs: 20_000 },
        this.context,
      );
    }
  }
  async putAside(questionId: string): Promise<void> {
    await suspendCard(this.actor, { questionId }, this.context);
    this.setAside.add(questionId);
  }
  async takeUp(questionId: string): Promise<void> {
    await resumeCard(this.actor, { questionId }, this.context);
    this.setAside.delete(questionId);
  }

  async #answer({ questionId, versionId, seed }: Shown): Promise<void> {
    const random = this.#random;
    const right = this.#recalls(questionId);
    const version = await getPublishedVersion(versionId);
    if (random.next() < 0.06 && version.spec.hints?.length) await takeHint(this.actor, { versionId, seed, index: 0 }, this.context);
    const vague = version.kind === "short-answer" && random.next() < 0.8;
    const answer = vague ? { kind: "short-answer" as const, text: "something else" } : await this.#answerTo({ questionId, versionId, seed }, right);
    const said = { confidence: random.next() < 0.2 ? null : random.integer(1, 4), durationMs: random.integer(5000, 60_000) };
    const { submissionId, feedback } = await submitAnswer(
      this.actor,
      { submissionKey: randomUUID(), versionId, seed, answer, ...said },
      this.context,
    );
    if (feedback?.verdict === "pending" && random.next() < 0.7)
      await tickKeyPoints(this.actor, { submissionId, ticked: right ? feedback.keyPoints!.map(({ id }) => id) : [] }, this.context);
  }
  async #answerTo({ versionId, seed }: Shown, right: boolean) {
    this.now += this.#random.integer(20_000, 80_000);
    if (!right && this.#random.next() < 0.3) return { kind: "blank" as const };
    return madeUpAnswer(await getPublishedVersion(versionId), seed, right, this.#random);
  }
  #recalls(questionId: string): boolean {
    const held = this.#memory.get(questionId);
    const right = this.#random.next() < (held ? 1 / (1 + (this.now - held.at) / dayMs / (9 * held.stability)) : this.#knows);
    this.#memory.set(questionId, { stability: right ? (held ? held.stability * 2.5 : 4) : 1, at: this.now });
    return right;
  }
}
