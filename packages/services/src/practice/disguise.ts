import { createHmac } from "node:crypto";
import type { Answer } from "@tidao/grading";
import { DomainError } from "@tidao/kernel";
import type { FeedbackForLearner, ShownQuestion } from "./question-for-learner.dto";

/**
 * Authors' ids tell too much: a pair's left and right share one, "i1, i2, i3" is the order. What a learner's browser
 * gets are ids that only this server can turn back, in an order that only this server can predict. Both follow from the
 * version and the seed, so that a retry, another process and a restart agree.
 */
export interface Disguise {
  hide(role: Role, id: string): string;
  reveal(role: Role, hidden: string): string;
  shuffle<T extends { id: string }>(role: Role, parts: readonly T[]): T[];
}
type Role = "part" | "right";

const secret = () => {
  const value = process.env.NEXTAUTH_SECRET;
  if (!value) throw new Error("NEXTAUTH_SECRET is not set");
  return value;
};

/** @param ids every part id of the version, by role */
export function disguiseFor(versionId: string, seed: number, ids: Record<Role, readonly string[]>): Disguise {
  const mark = (role: Role, id: string) =>
    createHmac("sha256", secret()).update(`${versionId}|${seed}|${role}|${id}`).digest("hex").slice(0, 12);
  const hidden = { part: new Map(ids.part.map((id) => [id, `p${mark("part", id)}`])), right: new Map(ids.right.map((id) => [id, `r${mark("right", id)}`])) };
  const known = { part: invert(hidden.part), right: invert(hidden.right) };
  const find = (map: Map<string, string>, key: string) => {
    const value = map.get(key);
    if (value === undefined) throw new DomainError("ANSWER_UNREADABLE", { reason: "unknown-part" });
    return value;
  };
  return {
    hide: (role, id) => find(hidden[role], id),
    reveal: (role, id) => find(known[role], id),
    shuffle: (role, parts) => [...parts].sort((a, b) => (find(hidden[role], a.id) < find(hidden[role], b.id) ? -1 : 1)),
  };
}
const invert = (map: Map<string, string>) => new Map([...map].map(([key, value]) => [value, key]));

/** The question with hidden ids, its parts in the seed's order. */
export function hideShown(shown: ShownQuestion, disguise: Disguise): ShownQuestion {
  const part = (id: string) => disguise.hide("part", id);
  const hideAll = <T extends { id: string }>(parts: readonly T[]) =>
    disguise.shuffle("part", parts).map((p) => ({ ...p, id: part(p.id) }));
  switch (shown.kind) {
    case "single-choice":
    case "multiple-choice":
      return { ...shown, choices: hideAll(shown.choices) };
    case "ordering":
      return { ...shown, items: hideAll(shown.items) };
    case "matching":
      return {
        ...shown,
        lefts: hideAll(shown.lefts),
        rights: disguise.shuffle("right", shown.rights).map((r) => ({ ...r, id: disguise.hide("right", r.id) })),
      };
    case "cloze":
      return { ...shown, passage: hidePassage(shown.passage, "blank", part), blanks: shown.blanks.map(part) };
    case "find-error":
      return { ...shown, passage: hidePassage(shown.passage, "span", part), spans: shown.spans.map(part) };
    case "numeric":
    case "short-answer":
      return shown;
  }
}
const hidePassage = (html: string, what: "blank" | "span", hide: (id: string) => string) =>
  html.replace(new RegExp(`data-${what}="([^"]+)"`, "g"), (_, id: string) => `data-${what}="${hide(id)}"`);

const mapAnswer = (answer: Answer, part: (id: string) => string, right: (id: string) => string): Answer => {
  const keys = <V>(record: Record<string, V>, value: (v: V) => V) =>
    Object.fromEntries(Object.entries(record).map(([k, v]) => [part(k), value(v)]));
  switch (answer.kind) {
    case "single-choice":
      return { ...answer, choiceId: part(answer.choiceId) };
    case "multiple-choice":
      return { ...answer, choiceIds: answer.choiceIds.map(part) };
    case "ordering":
      return { ...answer, itemIds: answer.itemIds.map(part) };
    case "matching":
      return { ...answer, matches: keys(answer.matches, right) };
    case "cloze":
      return { ...answer, blanks: keys(answer.blanks, (text) => text) };
    case "find-error":
      return { ...answer, spanIds: answer.spanIds.map(part) };
    case "numeric":
    case "short-answer":
    case "blank":
      return answer;
  }
};
/** The learner's answer in the author's ids: what is graded and stored. */
export const revealAnswer = (answer: Answer, disguise: Disguise): Answer =>
  mapAnswer(answer, (id) => disguise.reveal("part", id), (id) => disguise.reveal("right", id));
/** A stored answer in the ids that this learner's page uses. */
export const hideAnswer = (answer: Answer, disguise: Disguise): Answer =>
  mapAnswer(answer, (id) => disguise.hide("part", id), (id) => disguise.hide("right", id));
/** Feedback in the ids that this learner's page uses. */
export const hideFeedback = (feedback: FeedbackForLearner, disguise: Disguise): FeedbackForLearner => ({
  ...feedback,
  parts: feedback.parts.map((p) => ({ ...p, id: disguise.hide("part", p.id) })),
  keyPoints: feedback.keyPoints?.map((k) => ({ ...k, id: disguise.hide("part", k.id) })),
  correctAnswer: hideAnswer(feedback.correctAnswer, disguise),
});
