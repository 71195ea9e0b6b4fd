import { compact, Rendered } from "@tidao/player/rendered";
import { AppLink } from "@tidao/next-kit/app-link";
import { Badge } from "@tidao/ui/badge";
import { LinkButton } from "@tidao/ui/button";
import { pageWords } from "../../page-words";
import { StemExcerpt } from "../teach/stem-excerpt";
import { SetAsideButton, TakeUpButton } from "./card-buttons";
import type { Reviews } from "./today-card";

type HardCard = Reviews["leeches"][number];
const shownPrerequisites = 2;

/** Questions that keep being forgotten: what the answers showed, and what helps more than another review. */
export function Leeches({ cards }: { cards: HardCard[] }) {
  const { locale, words, say, to } = pageWords();
  const texts = words.reviews.leeches;
  if (cards.length === 0) return null;
  const failure = { locale, offline: words.app.state.offline };
  return (
    <section className="grid gap-4" aria-labelledby="leeches">
      <div>
        <h2 id="leeches">{texts.title}</h2>
        <p className="text-muted">{texts.lead}</p>
      </div>
      <ul className="grid gap-4">
        {cards.map((card) => (
          <li key={card.questionId} className="card grid gap-3">
            <Heading card={card} />
            <StemExcerpt html={card.stemHtml} short />
            {card.beliefs.length > 0 && (
              <div className="notice tone-warning">
                <div className="notice-body">
                  <p className="notice-title text-sm">{texts.belief}</p>
                  {card.beliefs.map(({ id, html }) => (
                    <Rendered key={id} html={html} className={`${compact} text-sm`} />
                  ))}
                </div>
              </div>
            )}
            <div className="flex flex-wrap items-center gap-2">
              {card.lessonPart !== null && (
                <LinkButton
                  link={AppLink}
                  size="small"
                  href={to(`/topics/${card.topic.slug}${card.lessonPart && `#${card.lessonPart}`}`)}
                >
                  {texts.read}
                </LinkButton>
              )}
              {(card.prerequisites.length ? card.prerequisites : [card.topic])
                .slice(0, shownPrerequisites)
                .map(({ slug, title }) => (
                  <LinkButton key={slug} link={AppLink} size="small" href={to(`/practice?topic=${slug}`)}>
                    {say(slug === card.topic.slug ? texts.practise : texts.prerequisite, { topic: title })}
                  </LinkButton>
                ))}
              {card.lastSubmission && (
                <LinkButton
                  link={AppLink}
                  size="small"
                  variant="quiet"
                  href={to(`/practice/answers/${card.lastSubmission}`)}
                >
                  {texts.last}
                </LinkButton>
              )}
              <SetAsideButton questionId={card.questionId} words={words.reviews} failure={failure} />
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What was set aside, and the way back. */
export function SetAside({ cards }: { cards: HardCard[] }) {
  const { locale, words } = pageWords();
  const texts = words.reviews.setAside;
  if (cards.length === 0) return null;
  const failure = { locale, offline: words.app.state.offline };
  return (
    <section className="grid gap-4" aria-labelledby="set-aside">
      <div>
        <h2 id="set-aside">{texts.title}</h2>
        <p className="text-muted">{texts.lead}</p>
      </div>
      <ul className="divide-y divide-line border-y border-line">
        {cards.map((card) => (
          <li key={card.questionId} className="grid gap-2 py-3">
            <Heading card={card} />
            <StemExcerpt html={card.stemHtml} short />
            <div>
              <TakeUpButton questionId={card.questionId} words={words.reviews} failure={failure} />
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Heading({ card }: { card: HardCard }) {
  const { words, say, to } = pageWords();
  const texts = words.reviews.leeches;
  return (
    <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm">
      <AppLink className="link" href={to(`/topics/${card.topic.slug}`)}>
        {card.topic.title}
      </AppLink>
      {card.lapses > 0 && <span className="text-muted">{say(texts.lapses, { lapses: card.lapses })}</span>}
      {card.warned && card.lapses > 6 && (
        <Badge tone="warning" shape="warning">
          {texts.warned}
        </Badge>
      )}
    </p>
  );
}
