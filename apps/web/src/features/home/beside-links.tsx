import { type Actor, can } from "@tidao/access";
import { AppLink } from "@tidao/next-kit/app-link";
import { requestScope } from "@tidao/next-kit/session";
import { pageWords } from "../../page-words";

interface BesideLinksProps {
  actor: Actor;
  replies: number;
  /** As far in as the lines between the cards. */
  inset?: boolean;
}

/** What is no learning and yet waits for somebody here: an answered report until they have looked, and the places of other roles. */
export function BesideLinks({ actor, replies, inset = false }: BesideLinksProps) {
  const { locale, words, say, to } = pageWords();
  const texts = words.home.beside;
  const [teaches, hasDesk] = [can(actor, "class.teach"), can(actor, "admin.enter")];
  if (replies === 0 && !teaches && !hasDesk) return null;
  return (
    <p className={`flex flex-wrap gap-x-6 gap-y-1 text-sm ${inset ? "px-1" : ""}`}>
      {replies > 0 && (
        <AppLink className="link inline-flex min-h-6 items-center" href={to("/notes?tab=reports")}>
          {say(texts.replies, { count: replies })}
        </AppLink>
      )}
      {teaches && (
        <AppLink className="link inline-flex min-h-6 items-center" href={to("/teach")}>
          {texts.classes}
        </AppLink>
      )}
      {hasDesk && (
        <a className="link inline-flex min-h-6 items-center" href={`${requestScope().site.adminUrl}/${locale}`}>
          {texts.desk}
        </a>
      )}
    </p>
  );
}
