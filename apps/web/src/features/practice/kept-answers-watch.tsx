"use client";
import type { Messages } from "@tidao/i18n";
import type { Locale } from "@tidao/kernel";
import { leavingEvent, type LeavingDetail } from "@tidao/next-kit/leaving";
import { showProblem } from "@tidao/ui/toast";
import { useEffect, useState } from "react";
import { loadedOnPress } from "../../loaded-on-press";
import { listKept } from "./kept-answers";

const LeaveDialog = loadedOnPress(() => import("./leave-dialog"));

export interface KeptAnswersProps {
  learnerId: string;
  locale: Locale;
  words: Messages["notes"]["kept"];
}

/**
 * Sends answers that an earlier page could not send, when a page opens and when the connection is back, and says so; asks
 * before signing out would lose them. What it needs for that is loaded only where there is something to send.
 */
export function KeptAnswersWatch({ learnerId, locale, words }: KeptAnswersProps) {
  const [leaving, setLeaving] = useState<LeavingDetail | null>(null);
  useEffect(() => {
    const send = async () => {
      if (listKept(learnerId).length === 0 || !navigator.onLine) return;
      const { sendAndSay } = await import("./send-and-say");
      await sendAndSay(learnerId, locale, words);
    };
    const ask = (event: Event) => {
      if (listKept(learnerId).length === 0) return;
      event.preventDefault();
      setLeaving((event as CustomEvent<LeavingDetail>).detail);
    };
    const sendNow = () => void send();
    sendNow();
    window.addEventListener("online", sendNow);
    window.addEventListener(leavingEvent, ask);
    return () => {
      window.removeEventListener("online", sendNow);
      window.removeEventListener(leavingEvent, ask);
    };
  }, [learnerId, locale, words]);
  if (!leaving) return null;
  return (
    <LeaveDialog
      onUnreachable={() => {
        setLeaving(null);
        showProblem(words.here);
      }}
      learnerId={learnerId}
      locale={locale}
      words={words}
      onStay={() => setLeaving(null)}
      onLeave={leaving.leave}
    />
  );
}
