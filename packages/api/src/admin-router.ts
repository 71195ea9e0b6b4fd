import { listSessions } from "./routers/account/list-sessions";
import { revokeOtherSessions } from "./routers/account/revoke-other-sessions";
import { revokeSession } from "./routers/account/revoke-session";
import { updatePreferences } from "./routers/account/update-preferences";
import { listAudit } from "./routers/audit/list-audit";
import { verifyTrail } from "./routers/audit/verify-trail";
import { createQuestion } from "./routers/questions/create-question";
import { discardDraft } from "./routers/questions/discard-draft";
import { discardQuestion } from "./routers/questions/discard-question";
import { getDesk } from "./routers/questions/get-desk";
import { getQuestion } from "./routers/questions/get-question";
import { getVersion } from "./routers/questions/get-version";
import { listQuestionTopics } from "./routers/questions/list-question-topics";
import { listQuestions } from "./routers/questions/list-questions";
import { previewDraft } from "./routers/questions/preview-draft";
import { publishDraft } from "./routers/questions/publish-draft";
import { restoreQuestion } from "./routers/questions/restore-question";
import { retireQuestion } from "./routers/questions/retire-question";
import { saveDraft } from "./routers/questions/save-draft";
import { tryAnswer } from "./routers/questions/try-answer";
import { getReport } from "./routers/reports/get-report";
import { listReports } from "./routers/reports/list-reports";
import { resolveReport } from "./routers/reports/resolve-report";
import { getUser } from "./routers/users/get-user";
import { listUsers } from "./routers/users/list-users";
import { setRole } from "./routers/users/set-role";
import { signOutUser } from "./routers/users/sign-out-user";
import { suspendUser } from "./routers/users/suspend-user";
import { createCallerFactory, router } from "./trpc";

/** Everything that editors and admins can ask for; served on their own origin only. */
export const adminRouter = router({
  account: { listSessions, revokeOtherSessions, revokeSession, updatePreferences },
  audit: { listAudit, verifyTrail },
  questions: { createQuestion, discardDraft, discardQuestion, getDesk, getQuestion, getVersion, listQuestionTopics, listQuestions, previewDraft, publishDraft, restoreQuestion, retireQuestion, saveDraft, tryAnswer },
  reports: { getReport, listReports, resolveReport },
  users: { getUser, listUsers, setRole, signOutUser, suspendUser },
});
export type AdminRouter = typeof adminRouter;
export const createAdminCaller = createCallerFactory(adminRouter);
