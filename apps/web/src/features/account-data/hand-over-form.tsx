"use client";
import { Button } from "@tidao/ui/button";
import { showToast } from "@tidao/ui/toast";
import { type SubmitEvent, useState } from "react";
import { api } from "../../api";
import { ColleagueField } from "../teach/colleague-field";
import { type Failure, useCall } from "../teach/use-call";

interface HandOverFormProps {
  classId: string;
  words: { colleague: string; handOver: string; done: string };
  failure: Failure;
}

/** Gives one class to a colleague. */
export function HandOverForm({ classId, words, failure }: HandOverFormProps) {
  const { busy, problem, run } = useCall(failure);
  const [email, setEmail] = useState("");
  const handOver = (event: SubmitEvent) => {
    event.preventDefault();
    if (busy) return;
    void run(
      () => api.teach.handOverClass.mutate({ classId, email }),
      () => showToast(words.done),
    );
  };
  return (
    <form className="grid max-w-md gap-3" onSubmit={handOver}>
      <ColleagueField label={words.colleague} value={email} error={problem} onChange={setEmail} />
      <div>
        <Button type="submit" size="small" busy={busy}>
          {words.handOver}
        </Button>
      </div>
    </form>
  );
}
