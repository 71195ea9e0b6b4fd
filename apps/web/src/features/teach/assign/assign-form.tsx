"use client";
import type { Messages } from "@tidao/i18n";
import { formatMessage } from "@tidao/i18n/icu";
import { Button } from "@tidao/ui/button";
import { Checkbox } from "@tidao/ui/checkbox";
import { Select } from "@tidao/ui/select";
import { showToast } from "@tidao/ui/toast";
import { AppLink } from "@tidao/next-kit/app-link";
import { useRouter } from "next/navigation";
import { type SubmitEvent, useRef, useState } from "react";
import { api } from "../../../api";
import { newKey } from "../../../new-key";
import { ProblemLine } from "../problem-line";
import { type Failure, useCall } from "../use-call";
import { AttemptsField, TitleField } from "./assignment-fields";
import { AssignmentTimes, readTimes, type WallTimes } from "./assignment-times";
import { FeedbackChoice, type FeedbackRelease } from "./feedback-choice";

export interface SetChoice {
  id: string;
  title: string;
  /** "Week 1 (12 questions, 15 points)". */
  text: string;
}
interface AssignFormProps {
  classId: string;
  sets: readonly SetChoice[];
  /** The set that the link named. */
  chosen: string | null;
  times: WallTimes;
  zone: string;
  zoneName: string;
  words: Messages["teach"]["assign"];
  failure: Failure;
}

export function AssignForm({ classId, sets, chosen, times: first, zone, zoneName, words, failure }: AssignFormProps) {
  const { locale } = failure;
  const router = useRouter();
  const { busy: calling, problem, run } = useCall(failure);
  const [left, setLeft] = useState(false);
  // until the results are there the form still is: it must not assign again
  const busy = calling || left;
  const id = useRef<string | null>(null);
  const form = useRef<HTMLFormElement>(null);
  const [setId, setSetId] = useState(chosen ?? sets[0]?.id ?? "");
  const titleOf = (id: string) => sets.find((set) => set.id === id)?.title ?? "";
  // follows the set until somebody types a title
  const [title, setTitle] = useState<string | null>(null);
  const [times, setTimes] = useState(first);
  const [attempts, setAttempts] = useState("1");
  const [feedback, setFeedback] = useState<FeedbackRelease>("after_due");
  const [shuffle, setShuffle] = useState(true);
  const [tried, setTried] = useState(false);
  const [dueProblem, setDueProblem] = useState<string | null>(null);

  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (busy) return;
    setTried(true);
    const instants = readTimes(times, zone);
    const isPast = instants !== null && instants.dueAt.getTime() <= Date.now();
    setDueProblem(isPast ? words.duePast : null);
    if (!instants || isPast) {
      const due = form.current?.querySelectorAll<HTMLInputElement>("input[type=datetime-local]")[1];
      return due?.focus();
    }
    const { opensAt, dueAt } = instants;
    id.current ??= newKey();
    const made = { id: id.current, classId, setId };
    const settings = { attempts: Number(attempts), feedback, shuffle, title: (title ?? titleOf(setId)).trim() };
    void run(
      () =>
        api.teach.createAssignment.mutate({
          ...made,
          opensAt: opensAt.toISOString(),
          dueAt: dueAt.toISOString(),
          ...settings,
        }),
      (made) => {
        setLeft(true);
        showToast(formatMessage(locale, words.assigned, { count: made.learners }));
        router.push(`/${locale}/teach/assignments/${made.id}`);
      },
    );
  };

  return (
    <form ref={form} className="grid gap-6" onSubmit={submit}>
      <div className="grid gap-1">
        <Select label={words.set} hint={words.setHint} value={setId} onChange={(event) => setSetId(event.target.value)}>
          {sets.map((set) => (
            <option key={set.id} value={set.id}>
              {set.text}
            </option>
          ))}
        </Select>
        <p className="text-sm">
          <AppLink className="link" href={`/${locale}/teach/sets/${setId}`}>
            {words.look}
          </AppLink>
        </p>
      </div>
      <TitleField words={words} hint={words.nameHint} value={title ?? titleOf(setId)} onChange={setTitle} />
      <AssignmentTimes
        times={times}
        onChange={(changed) => {
          setTimes(changed);
          setDueProblem(null);
        }}
        zone={zone}
        zoneName={zoneName}
        tried={tried}
        dueProblem={dueProblem}
        words={words}
        locale={locale}
      />
      <AttemptsField words={words} value={attempts} onChange={setAttempts} />
      <FeedbackChoice value={feedback} onChange={setFeedback} words={words} />
      <Checkbox label={words.shuffle} checked={shuffle} onChange={(event) => setShuffle(event.target.checked)} />
      <div className="grid justify-items-start gap-3">
        <ProblemLine text={problem} />
        <Button type="submit" variant="primary" busy={busy}>
          {busy ? words.submitting : words.submit}
        </Button>
      </div>
    </form>
  );
}
