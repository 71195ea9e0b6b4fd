import { zonedTime } from "@tidao/i18n/format";
import { Notice } from "@tidao/ui/notice";
import type { ApiData } from "../../api-data";
import { pageWords } from "../../page-words";
import { DeleteAccount } from "./delete-account";
import { HandOverForm } from "./hand-over-form";
import { KeepAccountButton } from "./keep-account-button";

type Deletion = ApiData["accountData"]["getDeletion"];

/** What goes, what stays, what stands in the way; and while it waits, the way back. */
export function DeletionSection({ deletion, email, zone }: { deletion: Deletion; email: string; zone: string }) {
  const { locale, words, say } = pageWords();
  const texts = words.accountData.deletion;
  const failure = { locale, zone, offline: words.app.state.offline };
  const { erasedFrom, waitingDays: days, classes, lastAdmin } = deletion;
  const blocked = lastAdmin || classes.length > 0;
  return (
    <section className="grid gap-4" aria-labelledby="deletion">
      <h2 id="deletion">{texts.title}</h2>
      {erasedFrom && (
        <Notice
          kind="warning"
          word={words.app.notice.warning}
          title={say(texts.pendingTitle, { time: zonedTime(locale, erasedFrom, zone).text })}
          action={<KeepAccountButton label={texts.keep} done={texts.kept} failure={failure} />}
        >
          {blocked ? texts.blockedBody : texts.pendingBody}
        </Notice>
      )}
      <p>{texts.gone}</p>
      <p>{texts.stays}</p>
      {!erasedFrom && <p>{say(texts.waiting, { days })}</p>}
      {lastAdmin && (
        <Notice kind="info" word={words.app.notice.info}>
          {texts.lastAdmin}
        </Notice>
      )}
      {classes.length > 0 && (
        <div className="grid gap-4">
          <h3>{texts.classesTitle}</h3>
          <p>{texts.classesBody}</p>
          <ul className="divide-y divide-line border-y border-line">
            {classes.map(({ id, name, learners }) => (
              <li key={id} className="grid gap-3 py-4">
                <p className="wrap-anywhere">
                  <strong className="font-semibold">{name}</strong>{" "}
                  <span className="text-muted">{say(texts.learners, { count: learners })}</span>
                </p>
                <HandOverForm
                  classId={id}
                  words={{
                    colleague: texts.colleague,
                    handOver: texts.handOver,
                    done: say(texts.handedOver, { name }),
                  }}
                  failure={failure}
                />
              </li>
            ))}
          </ul>
        </div>
      )}
      {!erasedFrom && !blocked && (
        <DeleteAccount
          confirmBy={deletion.confirmBy}
          email={email}
          days={days}
          showTyped={words.auth.showTyped}
          words={texts}
          failure={failure}
        />
      )}
    </section>
  );
}
