import { getOverview } from "./routers/analytics/get-overview";
import { updatePreferences } from "./routers/account/update-preferences";
import { getHome } from "./routers/home/get-home";
import { getPath } from "./routers/paths/get-path";
import { leavePath } from "./routers/paths/leave-path";
import { listPaths } from "./routers/paths/list-paths";
import { startPath } from "./routers/paths/start-path";
import { getNextQuestion } from "./routers/practice/get-next-question";
import { getSubmission } from "./routers/practice/get-submission";
import { submitAnswer } from "./routers/practice/submit-answer";
import { takeHint } from "./routers/practice/take-hint";
import { tickKeyPoints } from "./routers/practice/tick-key-points";
import { getTopic } from "./routers/topics/get-topic";
import { listTopics } from "./routers/topics/list-topics";
import { markLessonRead } from "./routers/topics/mark-lesson-read";
import { createCallerFactory, router } from "./trpc";

/** Everything that learners and instructors can ask for. Admin procedures do not exist here. */
export const webRouter = router({
  account: { updatePreferences },
  analytics: { getOverview },
  home: { getHome },
  paths: { getPath, leavePath, listPaths, startPath },
  practice: { getNextQuestion, getSubmission, submitAnswer, takeHint, tickKeyPoints },
  topics: { getTopic, listTopics, markLessonRead },
});
export type WebRouter = typeof webRouter;
/** Calls the procedures from server components, through the same permissions and output schemas. */
export const createWebCaller = createCallerFactory(webRouter);
