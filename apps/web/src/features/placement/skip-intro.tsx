import type { ApiData } from "../../api-data";
import { pageWords } from "../../page-words";

/** What the test of one topic is and what passing it does, before it begins. */
export function SkipIntro({ data: { most, fewest, possible } }: { data: ApiData["placement"]["getSkipTest"] }) {
  const { words, say } = pageWords();
  const texts = words.placement.skip;
  if (!possible) return <p className="text-lg">{say(texts.notEnough, { fewest })}</p>;
  return (
    <>
      <p className="text-lg text-muted">{texts.lead}</p>
      <ul className="grid list-disc gap-2 ps-5">
        <li>{say(texts.facts.most, { most })}</li>
        <li>{texts.facts.quiet}</li>
        <li>{texts.facts.errors}</li>
        <li>{texts.facts.back}</li>
      </ul>
    </>
  );
}
