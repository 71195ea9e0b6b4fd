import { AppLink } from "@tidao/next-kit/app-link";
import { LinkButton } from "@tidao/ui/button";
import { pageWords } from "../../page-words";
import { StemExcerpt } from "../teach/stem-excerpt";
import type { Reviews } from "./today-card";

/** Short answers that were left before they were compared: they count for nothing until then. */
export function UncomparedAnswers({ answers }: { answers: Reviews["uncompared"] }) {
  const { words, say, to } = pageWords();
  const texts = words.reviews.uncompared;
  if (answers.length === 0) return null;
  return (
    <section className="grid gap-4" aria-labelledby="uncompared">
      <div>
        <h2 id="uncompared">{texts.title}</h2>
        <p className="text-muted">{texts.lead}</p>
      </div>
      <ul className="divide-y divide-line border-y border-line">
        {answers.map(({ submissionId, stemHtml, topic }) => (
          <li key={submissionId} className="grid gap-2 py-3">
            <AppLink className="link justify-self-start text-sm" href={to(`/topics/${topic.slug}`)}>
              {topic.title}
            </AppLink>
            <StemExcerpt html={stemHtml} short />
            <div>
              <LinkButton
                link={AppLink}
                size="small"
                href={to(`/practice/answers/${submissionId}`)}
                aria-label={say(texts.goOn, { topic: topic.title })}
              >
                {texts.go}
              </LinkButton>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
