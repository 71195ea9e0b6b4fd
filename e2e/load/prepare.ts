import { cookieHeaderFor, createUser } from "@tidao/auth/testing";
import { type Answer, anyAnswer, dataOf, mutate, type NextQuestion, query, send, submissionOf } from "./calls";
import { busyLearner, usualLearner } from "./grow";
import { EMPTY_PAGES } from "./print-table";
import type { Target } from "./run-load";

const web = process.env.WEB_URL ?? "";
const admin = process.env.ADMIN_URL ?? "";
const learnersInClass = 25;

const page = (url: string, cookie: string) => async () => {
  const { status, body } = await send(url, { cookie });
  if (status !== 200 || !body.includes("</html>")) throw new Error(`${url}: ${status}`);
};

const appOf = (url: string) => (url.startsWith(admin) ? "admin" : "web");

interface Attempt {
  items: { position: number; question: NextQuestion["question"] & object }[];
}

/** A class of 25 that did an assignment of ten questions, and what each measurement asks for. */
export async function prepare(say: (text: string) => void, { large }: { large: boolean }): Promise<{ targets: Target[]; pages: { name: string; app: "web" | "admin"; url: string; cookie: string }[] }> {
  const instructor = await cookieHeaderFor((await createUser({ roles: ["instructor"] })).id);
  const editor = await cookieHeaderFor((await createUser({ roles: ["editor"] })).id);
  const learners = await Promise.all(Array.from({ length: 32 }, async () => cookieHeaderFor((await createUser()).id)));
  const reader = learners[0] ?? "";
  const usual = await cookieHeaderFor(usualLearner);

  const room = dataOf<{ id: string; joinCode: string }>(await mutate(web, "teach.createClass", { name: "Measured" }, instructor));
  const bank = dataOf<{ questions: { questionId: string }[] }>(await query(web, "sets.browseBank", {}, instructor));
  const set = dataOf<{ id: string }>(await mutate(web, "sets.createSet", { title: "Ten" }, instructor));
  const items = bank.questions.slice(0, 10).map(({ questionId }) => ({ questionId, points: 1, pin: false }));
  dataOf(await mutate(web, "sets.updateSet", { setId: set.id, items }, instructor));
  const day = 86_400_000;
  const assignment = dataOf<{ id: string }>(
    await mutate(
      web, "teach.createAssignment",
      { classId: room.id, setId: set.id, title: "Ten", opensAt: new Date(Date.now() - day).toISOString(), dueAt: new Date(Date.now() + day).toISOString(), attempts: 1, feedback: "after_due", shuffle: false },
      instructor,
    ),
  );
  say(`${learnersInClass} learners answer ten questions each ...`);
  await Promise.all(learners.slice(0, learnersInClass).map((cookie) => doAssignment(cookie, room.joinCode, assignment.id)));

  // questions outside of the assignment: those in it are withheld from practice
  const nextIn = async (topic: string, cookie: string) => dataOf<NextQuestion>(await query(web, "practice.getNextQuestion", { topic }, cookie)).question!;
  const topics = dataOf<{ slug: string; questions: number }[]>(await query(web, "topics.listTopics", {}, reader)).filter(({ slug, questions: n }) => n > 10 && slug !== "tokenisation");
  const own = await Promise.all(learners.map((cookie, client) => nextIn(topics[client % topics.length]!.slug, cookie)));
  const same = await Promise.all(learners.map((cookie) => nextIn("memory-footprint", cookie)));
  const submit = (asked: typeof own) => async (client: number) => {
    const answer: Answer = await mutate(web, "practice.submitAnswer", submissionOf(asked[client]!), learners[client]!);
    if (answer.status !== 200) throw new Error(`submit: ${answer.status} ${answer.body.slice(0, 200)}`);
  };
  const pages = [
    { name: EMPTY_PAGES.web, url: `${web}/en/frame`, cookie: reader },
    { name: "home", url: `${web}/en`, cookie: usual },
    { name: "topic with lesson", url: `${web}/en/topics/memory-footprint`, cookie: reader },
    { name: "practice", url: `${web}/en/practice?topic=memory-footprint`, cookie: usual },
    { name: "reviews", url: `${web}/en/reviews`, cookie: usual },
    { name: "search", url: `${web}/en/search?q=attention+cache`, cookie: usual },
    { name: "analytics", url: `${web}/en/analytics`, cookie: usual },
    ...(large ? await ofBusyLearner() : []),
    { name: "class results", url: `${web}/en/teach/assignments/${assignment.id}`, cookie: instructor },
    { name: EMPTY_PAGES.admin, url: `${admin}/en/frame`, cookie: editor },
    { name: "admin question list", url: `${admin}/en/questions`, cookie: editor },
  ];
  const targets: Target[] = [
    ...pages.map(({ name, url, cookie }) => ({ name, process: appOf(url), request: page(url, cookie) })),
    { name: "practice.submitAnswer", process: "web", request: submit(own) },
    // a class that answers one question at the same moment: all wait for its counter
    { name: "practice.submitAnswer, all the same question", process: "web", request: submit(same) },
  ];
  return { targets, pages: pages.map((one) => ({ ...one, app: appOf(one.url) })) };
}

/** The whole page of somebody with 20,000 answers, and the same within a search that finds most of the bank. */
async function ofBusyLearner() {
  const cookie = await cookieHeaderFor(busyLearner);
  return [
    { name: "analytics of 20,000 answers", url: `${web}/en/analytics`, cookie },
    { name: "analytics of 20,000 answers, in a search", url: `${web}/en/analytics?q=difficulty%3E1`, cookie },
  ];
}

async function doAssignment(cookie: string, code: string, assignmentId: string): Promise<void> {
  dataOf(await mutate(web, "classes.joinClass", { code }, cookie));
  const { attemptId } = dataOf<{ attemptId: string }>(await mutate(web, "assignments.startAttempt", { assignmentId }, cookie));
  const { items } = dataOf<Attempt>(await query(web, "assignments.getAttempt", { attemptId }, cookie));
  for (const { position, question } of items) {
    const { versionId: _v, seed: _s, ...input } = submissionOf(question);
    dataOf(await mutate(web, "assignments.submitAttemptAnswer", { ...input, answer: anyAnswer(question.shown), attemptId, position }, cookie));
  }
  dataOf(await mutate(web, "assignments.finishAttempt", { attemptId }, cookie));
}
