import type { UserActor } from "@tidao/access";
import { PageWidth } from "../../page-width";
import type { ApiData } from "../../api-data";
import { AssignmentsCard } from "./assignments-card";
import { BesideLinks } from "./beside-links";
import { Doors } from "./doors";
import { DueCard } from "./due-card";
import { NextCard } from "./next-card";
import { PathCard } from "./path-card";
import { PlanCard } from "./plan-card";
import { WeekLine } from "./week-line";

interface HomeProps {
  home: ApiData["home"]["getHome"];
  actor: UserActor;
  now: Date;
}

export function HomeView({ home, actor, now }: HomeProps) {
  const { zone } = actor;
  const { next, assignments, week, plan, replies } = home;
  if (next.kind === "start")
    return (
      <PageWidth>
        <div className="grid gap-8 pt-8 sm:pt-12">
          <BesideLinks actor={actor} replies={replies} />
          <Doors paths={next.paths} questions={next.questions} />
          {assignments.length > 0 && <AssignmentsCard assignments={assignments} zone={zone} now={now} />}
        </div>
      </PageWidth>
    );
  return (
    <PageWidth>
      <div className="grid gap-4 pt-6 sm:pt-10">
        <NextCard next={next} zone={zone} now={now} />
        <BesideLinks actor={actor} replies={replies} inset />
        <WeekLine week={week} />
        <div className="grid items-start gap-4 md:grid-cols-2">
          <div className="grid gap-4">
            {plan && <PlanCard plan={plan} />}
            <DueCard home={home} zone={zone} now={now} />
          </div>
          <div className="grid gap-4">
            <PathCard home={home} />
            <AssignmentsCard assignments={assignments} zone={zone} now={now} />
          </div>
        </div>
      </div>
    </PageWidth>
  );
}
