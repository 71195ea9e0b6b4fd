"use client";
import { formatDuration } from "@tidao/i18n/format";
import { formatMessage } from "@tidao/i18n/icu";
import { instantOfWallTime, type Locale } from "@tidao/kernel";
import { TextField } from "@tidao/ui/text-field";

export interface TimeWords {
  opens: string;
  due: string;
  zone: string;
  span: string;
  days: string;
  timeMissing: string;
  dueFirst: string;
}
/** As they stand in the fields: times on the wall of the instructor's zone. */
export interface WallTimes {
  opens: string;
  due: string;
}
interface AssignmentTimesProps {
  times: WallTimes;
  onChange: (times: WallTimes) => void;
  zone: string;
  /** "China Standard Time (Asia/Shanghai)". */
  zoneName: string;
  /** Complaints are held back until somebody tried to send the form. */
  tried: boolean;
  dueProblem?: string | null;
  dueWarning?: string | null;
  words: TimeWords;
  locale: Locale;
}

export interface Instants {
  opensAt: Date;
  dueAt: Date;
}
/** @returns null while a time is missing or the due time is not after the opening */
export function readTimes({ opens, due }: WallTimes, zone: string): Instants | null {
  const [opensAt, dueAt] = [instantOfWallTime(opens, zone), instantOfWallTime(due, zone)];
  return opensAt && dueAt && dueAt > opensAt ? { opensAt, dueAt } : null;
}

/** Whether what was entered for the due time ends an assignment that has another one. */
export function closesNow(times: WallTimes, before: WallTimes, zone: string, now = new Date()): boolean {
  const dueAt = readTimes(times, zone)?.dueAt;
  return times.due !== before.due && dueAt !== undefined && dueAt <= now;
}

/** Whether what was entered for the due time opens again an assignment that was over: its key is known by then. */
export function opensAgain(times: WallTimes, before: WallTimes, zone: string, now = new Date()): boolean {
  const dueAt = readTimes(times, zone)?.dueAt;
  return times.due !== before.due && dueAt !== undefined && dueAt > now;
}

/** Whether a number of attempts asks again what some have seen the key of. */
export const givesKnownQuestions = (entered: string, before: number, sawKey: number): boolean =>
  sawKey > 0 && Number(entered) > before;

const hour = 3600;
function spanText({ opensAt, dueAt }: Instants, words: TimeWords, locale: Locale): string {
  const seconds = (dueAt.getTime() - opensAt.getTime()) / 1000;
  const days = Math.floor(seconds / (24 * hour));
  const rest = seconds - days * 24 * hour;
  const parts = [
    ...(days > 0 ? [formatMessage(locale, words.days, { count: days })] : []),
    ...(rest >= 60 || days === 0 ? [formatDuration(locale, rest)] : []),
  ];
  return formatMessage(locale, words.span, { time: parts.join(locale === "zh" ? "" : " ") });
}

/** From when to when, in the instructor's own zone, which is named. */
export function AssignmentTimes({
  times,
  onChange,
  zone,
  zoneName,
  tried,
  dueProblem,
  dueWarning,
  words,
  locale,
}: AssignmentTimesProps) {
  const instants = readTimes(times, zone);
  const isReversed = times.opens !== "" && times.due !== "" && !instants;
  const missing = (text: string) => (tried && text === "" ? words.timeMissing : undefined);
  return (
    <div className="grid gap-3">
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField
          label={words.opens}
          type="datetime-local"
          value={times.opens}
          required
          error={missing(times.opens)}
          onChange={(event) => onChange({ ...times, opens: event.target.value })}
        />
        <TextField
          label={words.due}
          type="datetime-local"
          value={times.due}
          required
          error={missing(times.due) ?? (isReversed ? words.dueFirst : (dueProblem ?? undefined))}
          warning={dueWarning}
          onChange={(event) => onChange({ ...times, due: event.target.value })}
        />
      </div>
      <p className="text-sm text-muted">
        {[
          ...(instants ? [spanText(instants, words, locale)] : []),
          formatMessage(locale, words.zone, { zone: zoneName }),
        ].join(locale === "zh" ? "" : " ")}
      </p>
    </div>
  );
}
