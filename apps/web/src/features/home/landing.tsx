import { LinkButton } from "@tidao/ui/button";
import { pageWords } from "../../page-words";

const points = ["lessons", "questions", "review", "classes"] as const;

/** What this is, for someone who has just arrived, and the two ways in. */
export function Landing() {
  const { words, to } = pageWords();
  const { landing } = words.home;
  return (
    <div className="mx-auto grid max-w-5xl gap-14 px-4 pt-14 pb-20 sm:pt-24">
      <section className="grid max-w-3xl gap-5">
        <h1 className="text-[clamp(1.75rem,5vw,2.75rem)] leading-tight">{landing.title}</h1>
        <p className="max-w-2xl text-lg text-muted">{landing.lead}</p>
        <p className="mt-2 flex flex-wrap items-center gap-3">
          <LinkButton href={to("/sign-up")} variant="primary">
            {words.app.actions.signUp}
          </LinkButton>
          <LinkButton href={to("/sign-in")}>{words.app.actions.signIn}</LinkButton>
        </p>
      </section>
      <dl className="grid gap-x-10 gap-y-8 border-t border-line pt-8 sm:grid-cols-2 lg:grid-cols-4">
        {points.map((point) => (
          <div key={point} className="grid content-start gap-1">
            <dt className="font-semibold">{landing[point]}</dt>
            <dd className="text-muted">{landing[`${point}Text`]}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
