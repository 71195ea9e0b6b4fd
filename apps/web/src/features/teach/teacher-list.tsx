"use client";
import type { Messages } from "@tidao/i18n";
import { formatMessage } from "@tidao/i18n/icu";
import { Badge } from "@tidao/ui/badge";
import { Button } from "@tidao/ui/button";
import { showToast } from "@tidao/ui/toast";
import { useRouter } from "next/navigation";
import { useLayoutEffect, useRef, useState } from "react";
import { api } from "../../api";
import type { ApiData } from "../../api-data";
import { AddTeacher } from "./add-teacher";
import { ConfirmDialog } from "./confirm-dialog";
import { type Failure, useCall } from "./use-call";

type Teacher = ApiData["teach"]["listMembers"]["teachers"][number];
type Step = "handOver" | "remove" | "leave";
interface TeacherListProps {
  room: { id: string; name: string };
  /** The owner first. */
  teachers: readonly Teacher[];
  /** To a class that is archived nobody is added. */
  readOnly: boolean;
  words: Messages["teach"]["room"]["teachers"];
  /** "{word}: {what}". */
  about: string;
  cancel: string;
  failure: Failure;
}

/** Who teaches in a class. Its owner adds, takes out and hands over; a colleague can leave. */
export function TeacherList({ room, teachers, readOnly, words, about, cancel, failure }: TeacherListProps) {
  const router = useRouter();
  const { busy, problem, run, clear } = useCall(failure);
  const [asked, setAsked] = useState<{ step: Step; teacher: Teacher } | null>(null);
  const [asking, setAsking] = useState(false);
  // the row or the button that was pressed is gone: the keyboard stays with the list
  const list = useRef<HTMLUListElement>(null);
  useLayoutEffect(() => {
    if (asked && !asking && document.activeElement === document.body) list.current?.focus();
  }, [teachers, asked, asking]);
  const say = (sentence: string, params: Record<string, string>) => formatMessage(failure.locale, sentence, params);
  const owner = teachers.find((teacher) => teacher.owner);
  const owns = owner?.self ?? false;
  const classId = room.id;
  const ask = (step: Step, teacher: Teacher) => {
    clear();
    setAsked({ step, teacher });
    setAsking(true);
  };
  const done = (text: string) => {
    setAsking(false);
    showToast(text);
  };
  const steps = {
    handOver: ({ email, name }: Teacher) =>
      run(
        () => api.teach.handOverClass.mutate({ classId, email }),
        () => done(say(words.handedOver, { name })),
      ),
    remove: ({ userId, name }: Teacher) =>
      run(
        () => api.teach.removeTeacher.mutate({ classId, userId }),
        () => done(say(words.removed, { name })),
      ),
    leave: async ({ userId }: Teacher) => {
      const gone = () => {
        router.push(`/${failure.locale}/teach`);
        done(say(words.left, { name: room.name }));
      };
      await run(() => api.teach.removeTeacher.mutate({ classId, userId }), gone);
    },
  };
  // whom each sentence names: who leaves needs the owner to come back
  const step = asked?.step ?? "remove";
  const named = { name: (step === "leave" ? owner : asked?.teacher)?.name ?? "" };
  const buttonFor = (wanted: Step, teacher: Teacher) => (
    <Button
      variant="quiet"
      size="small"
      aria-label={say(about, { word: words[wanted], what: wanted === "leave" ? room.name : teacher.name })}
      onClick={() => ask(wanted, teacher)}
    >
      {words[wanted]}
    </Button>
  );
  return (
    <>
      <p className="text-sm text-muted">{owns ? words.lead : say(words.leadOf, { name: owner?.name ?? "" })}</p>
      <ul ref={list} tabIndex={-1} className="divide-y divide-line border-y border-line">
        {teachers.map((teacher) => (
          <li key={teacher.userId} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1 py-2">
            <span className="min-w-0">
              <span className="flex flex-wrap items-center gap-x-2 wrap-anywhere">
                <strong className="font-semibold">{teacher.name}</strong>
                {teacher.self && <span className="text-sm text-muted">{words.you}</span>}
                {teacher.owner && <Badge>{words.owner}</Badge>}
              </span>
              <span className="text-sm wrap-anywhere text-muted">{teacher.email}</span>
            </span>
            <span className="flex flex-wrap gap-1">
              {owns && !teacher.self && (
                <>
                  {buttonFor("handOver", teacher)}
                  {buttonFor("remove", teacher)}
                </>
              )}
              {teacher.self && !owns && buttonFor("leave", teacher)}
            </span>
          </li>
        ))}
      </ul>
      {owns && !readOnly && <AddTeacher classId={classId} words={words} cancel={cancel} failure={failure} />}
      <ConfirmDialog
        open={asking}
        onClose={() => setAsking(false)}
        title={say(words[`${step}Title`], named)}
        confirm={words[step]}
        cancel={cancel}
        busy={busy}
        problem={problem}
        onConfirm={() => asked && void steps[asked.step](asked.teacher)}
      >
        {say(words[`${step}Body`], named)}
      </ConfirmDialog>
    </>
  );
}
