"use client";
import { useRouter } from "next/navigation";
import { type SubmitEvent, useEffect, useRef, useState } from "react";
import type { Failure } from "../../use-refreshing-call";
import { type FieldProblem, fieldProblem } from "./field-problem";

/**
 * A form whose server names the field that is wrong: that one gets the words and the focus, else they stand beside the
 * button. What was sent shows the page anew.
 */
export function useFieldForm(failure: Failure, send: (given: FormData, form: HTMLFormElement) => Promise<void>) {
  const router = useRouter();
  const ref = useRef<HTMLFormElement>(null);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<FieldProblem | null>(null);
  useEffect(() => {
    if (problem?.field) ref.current?.querySelector<HTMLInputElement>(`[name=${problem.field}]`)?.focus();
  }, [problem]);

  const submit = async (form: HTMLFormElement) => {
    setBusy(true);
    setProblem(null);
    try {
      await send(new FormData(form), form);
      router.refresh();
    } catch (error) {
      setProblem(fieldProblem(error, failure));
    } finally {
      setBusy(false);
    }
  };
  const onSubmit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    void submit(event.currentTarget);
  };
  const errorAt = (field: FieldProblem["field"]) => (problem?.field === field ? problem.text : undefined);
  return { form: { ref, onSubmit }, busy, errorAt };
}
