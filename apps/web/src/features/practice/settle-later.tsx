"use client";
import type { PlayerLabels } from "@tidao/i18n";
import type { Locale } from "@tidao/kernel";
import type { Feedback } from "@tidao/player";
import { useRouter } from "next/navigation";
import { problemText } from "../../problem-text";
import { SettleTicks } from "./settle-ticks";

interface SettleLaterProps {
  submissionId: string;
  keyPoints: NonNullable<Feedback["keyPoints"]>;
  labels: PlayerLabels;
  locale: Locale;
  offline: string;
}

/** A short answer whose comparing was put off: it is settled where it is looked at again, and the page shows what came of it. */
export function SettleLater({ locale, offline, ...rest }: SettleLaterProps) {
  const router = useRouter();
  return (
    <SettleTicks
      {...rest}
      say={(error) => problemText(error, { locale, offline })}
      onSettled={() => router.refresh()}
    />
  );
}
