"use client";
import { Button } from "@tidao/ui/button";
import { TextField } from "@tidao/ui/text-field";
import { showToast } from "@tidao/ui/toast";
import { useRouter } from "next/navigation";
import { type SubmitEvent, useState } from "react";
import { api } from "../../api";
import { problemText } from "../../problem-text";
import type { Failure } from "./delete-account";

interface HandOverFormProps {
  classId: string;
  words: { colleague: string; handOver: string; done: string };
  failure: Failure;
}

/** Gives one class to a colleague. */
export function HandOverForm({ classId, words, failure }: HandOverFormProps) {
  const router = useRouter();
  const [email, setEmail] = useState("");
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const handOver = async (event: SubmitEvent) => {
    event.preventDefault();
    setBusy(true);
    setProblem(null);
    try {
      await api.teach.handOverClass.mutate({ classId, email });
      showToast(words.done);
      router.refresh();
    } catch (error) {
      setProblem(problemText(error, failure));
    } finally {
      setBusy(false);
    }
  };
  return (
    <form className="grid max-w-md gap-3" onSubmit={(event) => void handOver(event)}>
      <TextField
        label={words.colleague}
        type="email"
        autoComplete="off"
        required
        maxLength={254}
        value={email}
        error={problem ?? undefined}
        onChange={(event) => setEmail(event.target.value)}
      />
      <div>
        <Button type="submit" size="small" busy={busy}>
          {words.handOver}
        </Button>
      </div>
    </form>
  );
}
