import { audit } from "./audit";
import { desk } from "./desk";
import { draftProblems } from "./draft-problems";
import { editor, fields, parts } from "./editor";
import { history, diff } from "./history";
import { questions, create } from "./questions";
import { users } from "./users";

export const admin = {
  nav: { label: "Desk", home: "Desk", questions: "Questions", reports: "Reports", users: "Users", audit: "Audit log" },
  keys: {
    title: "Keys",
    open: "Keys",
    search: "Search",
    show: "Show these keys",
    rows: "Down and up a list",
    openRow: "Open",
    newQuestion: "New question",
    save: "Save the draft",
    nextProblem: "Next problem",
  },
  desk,
  questions,
  create,
  status: { draft: "Draft", published: "Published", retired: "Retired" },
  editor,
  fields,
  parts,
  draftProblems,
  history,
  diff,
  users,
  roles: { learner: "Learner", instructor: "Instructor", editor: "Editor", admin: "Administrator" },
  audit,
} as const;
