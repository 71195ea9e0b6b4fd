import { relativeTime } from "@tidao/i18n/format";
import { TimeText } from "@tidao/ui/time-text";
import { pageWords } from "../../page-words";

/** When somebody was last here; an account that nobody ever used says so. */
export function Seen({ at, zone, now }: { at: string | null; zone: string; now: Date }) {
  const { locale, words } = pageWords();
  if (!at) return words.admin.users.never;
  return <TimeText time={relativeTime(locale, at, now, zone)} />;
}
