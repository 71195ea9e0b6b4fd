import { globSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Person, Visitor } from "./fixtures";
import type { Room } from "./arrange";

export type App = "web" | "admin";

/** Everything that an address can name, made for one run. */
export interface World extends Room {
  people: Record<"visitor", Visitor> & Record<"learner" | "instructor" | "editor" | "admin", Person>;
  attemptId: string;
  openRoom: Room;
  openAttemptId: string;
  submissionId: string;
  reportId: string;
  questionId: string;
  /** The one that learners have, and a draft of the next. */
  versionIds: string[];
}
interface Route {
  who: keyof World["people"];
  path: string | ((world: World) => string);
  status?: number;
}

/** All of the course where there is time for it, and a few that hold what lessons can hold. */
const lessons =
  process.env.TIDAO_TEST_SIZE === "long"
    ? globSync("*/lesson.en.md", { cwd: join(import.meta.dirname, "../packages/content/topics") }).map((file) => dirname(file)).toSorted()
    : ["tokenisation", "evaluation", "memory-footprint", "security"];

/** Who looks at which page: a page that is not here fails the test until somebody says who it is for. */
export const routes: Record<App, Record<string, Route[]>> = {
  web: {
    "/": [{ who: "visitor", path: "/" }, { who: "learner", path: "/" }],
    "/sign-in": [{ who: "visitor", path: "/sign-in" }],
    "/sign-up": [{ who: "visitor", path: "/sign-up" }],
    "/forgot-password": [{ who: "visitor", path: "/forgot-password" }],
    "/reset-password/[token]": [{ who: "visitor", path: `/reset-password/${"x".repeat(43)}` }],
    "/verify-email/[token]": [{ who: "visitor", path: `/verify-email/${"x".repeat(43)}` }],
    "/confirm-email/[token]": [{ who: "visitor", path: `/confirm-email/${"x".repeat(43)}` }],
    "/undo-email/[token]": [{ who: "visitor", path: `/undo-email/${"x".repeat(43)}` }],
    "/unsubscribe/[token]": [{ who: "visitor", path: "/unsubscribe/nobody.at-all" }],
    "/[...rest]": [{ who: "visitor", path: "/nowhere/at-all", status: 404 }],
    "/frame": [{ who: "learner", path: "/frame" }],
    "/account": [{ who: "learner", path: "/account" }],
    "/account/security": [{ who: "learner", path: "/account/security" }],
    "/account/notifications": [{ who: "learner", path: "/account/notifications" }],
    "/account/data": [{ who: "learner", path: "/account/data" }, { who: "instructor", path: "/account/data?page=2" }],
    "/analytics": [{ who: "learner", path: "/analytics" }],
    "/reviews": [{ who: "learner", path: "/reviews" }],
    "/paths": [{ who: "learner", path: "/paths" }],
    "/paths/[slug]": [{ who: "learner", path: "/paths/whole-course" }],
    "/topics": [{ who: "learner", path: "/topics" }, { who: "learner", path: "/topics?view=map" }],
    "/topics/[slug]": [
      ...lessons.map((slug) => ({ who: "learner" as const, path: `/topics/${slug}` })),
      { who: "learner", path: "/topics/none", status: 404 },
    ],
    "/glossary": [
      { who: "learner", path: "/glossary" },
      { who: "learner", path: "/glossary?term=kv-cache" },
      { who: "learner", path: "/glossary?text=%E7%BC%93%E5%AD%98&topic=memory-footprint" },
      { who: "learner", path: "/glossary?text=nothing+like+it" },
    ],
    "/search": [
      { who: "learner", path: "/search" },
      { who: "learner", path: "/search?q=cache" },
      { who: "learner", path: "/search?q=%E7%BC%93%E5%AD%98+in%3Alessons&page=2" },
      { who: "learner", path: "/search?q=nothing+like+it+topic%3Anone" },
    ],
    "/plan": [{ who: "learner", path: "/plan" }],
    "/practice": [{ who: "learner", path: "/practice" }, { who: "learner", path: "/practice?topic=evaluation" }, { who: "learner", path: "/practice?due=1" }, { who: "learner", path: "/practice?plan=today" }, { who: "learner", path: "/practice?path=interview-essentials" }],
    "/practice/answers/[submissionId]": [{ who: "learner", path: (world) => `/practice/answers/${world.submissionId}` }],
    "/notes": ["", "?tab=bookmarks", "?tab=lists", "?tab=reports", "?text=nothing+like+it"].map((query) => ({ who: "learner" as const, path: `/notes${query}` })),
    "/placement": [{ who: "learner", path: "/placement" }],
    "/placement/result": [{ who: "learner", path: "/placement/result" }],
    "/topics/[slug]/skip": [{ who: "learner", path: "/topics/evaluation/skip" }, { who: "learner", path: "/topics/none/skip", status: 404 }],
    "/classes": [{ who: "learner", path: "/classes" }],
    "/join": [{ who: "learner", path: "/join" }],
    "/join/[code]": [{ who: "learner", path: (world) => `/join/${world.joinCode}` }, { who: "learner", path: "/join/ZZZZZZZZ" }],
    "/assignments": [{ who: "learner", path: "/assignments" }],
    "/assignments/[id]": [{ who: "learner", path: (world) => `/assignments/${world.assignmentId}` }],
    "/assignments/[id]/attempts/[attemptId]": [
      { who: "learner", path: (world) => `/assignments/${world.assignmentId}/attempts/${world.attemptId}` },
      { who: "learner", path: (world) => `/assignments/${world.openRoom.assignmentId}/attempts/${world.openAttemptId}` },
    ],
    "/teach": [{ who: "instructor", path: "/teach" }, { who: "learner", path: "/teach", status: 403 }],
    "/teach/classes/[classId]": [{ who: "instructor", path: (world) => `/teach/classes/${world.classId}` }],
    "/teach/classes/[classId]/assign": [{ who: "instructor", path: (world) => `/teach/classes/${world.classId}/assign` }],
    "/teach/sets": [{ who: "instructor", path: "/teach/sets" }],
    "/teach/sets/[setId]": [
      { who: "instructor", path: (world) => `/teach/sets/${world.setId}` },
      { who: "instructor", path: (world) => `/teach/sets/${world.setId}?panel=bank&preview=tok-fmm-trace` },
    ],
    "/teach/assignments/[assignmentId]": [{ who: "instructor", path: (world) => `/teach/assignments/${world.assignmentId}` }],
    "/teach/assignments/[assignmentId]/learners/[userId]": [
      { who: "instructor", path: (world) => `/teach/assignments/${world.assignmentId}/learners/${world.people.learner.id}` },
    ],
  },
  admin: {
    "/": [{ who: "editor", path: "/" }, { who: "admin", path: "/" }, { who: "learner", path: "/", status: 403 }],
    "/frame": [{ who: "editor", path: "/frame" }],
    "/sign-in": [{ who: "visitor", path: "/sign-in" }],
    "/[...rest]": [{ who: "visitor", path: "/nowhere/at-all", status: 404 }],
    "/questions": [{ who: "editor", path: "/questions" }, { who: "editor", path: "/questions?text=CRF" }],
    "/questions/[id]": [{ who: "editor", path: "/questions/tok-fmm-trace" }, { who: "editor", path: "/questions/TOK-FMM", status: 404 }],
    "/questions/[id]/history": [{ who: "editor", path: (world) => `/questions/${world.questionId}/history` }],
    "/questions/[id]/history/[versionId]": [
      { who: "editor", path: (world) => `/questions/${world.questionId}/history/${world.versionIds[0]}` },
    ],
    "/questions/[id]/compare": [
      { who: "editor", path: (world) => `/questions/${world.questionId}/compare?from=${world.versionIds[0]}&to=${world.versionIds[1]}` },
    ],
    "/new-question": [{ who: "editor", path: "/new-question" }],
    "/reports": [{ who: "editor", path: "/reports" }, { who: "editor", path: "/reports?state=answered" }, { who: "learner", path: "/reports", status: 403 }],
    "/reports/[reportId]": [{ who: "editor", path: (world) => `/reports/${world.reportId}` }],
    "/users": [{ who: "admin", path: "/users" }, { who: "editor", path: "/users", status: 403 }],
    "/users/[userId]": [{ who: "admin", path: (world) => `/users/${world.people.learner.id}` }],
    "/audit": [{ who: "admin", path: "/audit" }],
  },
};

/** The pages that there are, as routes: groups and the language are not part of an address. */
export function pagesOf(app: App): string[] {
  const root = join(import.meta.dirname, `../apps/${app}/src/app`);
  return globSync("**/page.tsx", { cwd: root })
    .map((file) => `/${file.replace(/\/?page\.tsx$/, "").split("/").filter((part) => !/^\(.*\)$/.test(part) && part !== "[locale]").join("/")}`)
    .toSorted();
}
