import { cancelEmailChange } from "./routers/account/cancel-email-change";
import { changePassword } from "./routers/account/change-password";
import { confirmEmailChange } from "./routers/account/confirm-email-change";
import { getAccount } from "./routers/account/get-account";
import { getLink } from "./routers/account/get-link";
import { getNotifications } from "./routers/account/get-notifications";
import { listSessions } from "./routers/account/list-sessions";
import { mailOwnPasswordLink } from "./routers/account/mail-own-password-link";
import { requestEmailChange } from "./routers/account/request-email-change";
import { requestPasswordReset } from "./routers/account/request-password-reset";
import { resendVerification } from "./routers/account/resend-verification";
import { resetPassword } from "./routers/account/reset-password";
import { revokeOtherSessions } from "./routers/account/revoke-other-sessions";
import { revokeSession } from "./routers/account/revoke-session";
import { signOutEverywhere } from "./routers/account/sign-out-everywhere";
import { undoEmailChange } from "./routers/account/undo-email-change";
import { unsubscribe } from "./routers/account/unsubscribe";
import { updateNotifications } from "./routers/account/update-notifications";
import { updatePreferences } from "./routers/account/update-preferences";
import { verifyEmail } from "./routers/account/verify-email";
import { cancelDeletion } from "./routers/account-data/cancel-deletion";
import { getDeletion } from "./routers/account-data/get-deletion";
import { getExport } from "./routers/account-data/get-export";
import { getExportChunk } from "./routers/account-data/get-export-chunk";
import { listAccesses } from "./routers/account-data/list-accesses";
import { requestDeletion } from "./routers/account-data/request-deletion";
import { requestExport } from "./routers/account-data/request-export";
import { getOverview } from "./routers/analytics/get-overview";
import { finishAttempt } from "./routers/assignments/finish-attempt";
import { getAssignment } from "./routers/assignments/get-assignment";
import { getAttempt } from "./routers/assignments/get-attempt";
import { listAssignments } from "./routers/assignments/list-assignments";
import { startAttempt } from "./routers/assignments/start-attempt";
import { submitAttemptAnswer } from "./routers/assignments/submit-attempt-answer";
import { createList } from "./routers/bookmarks/create-list";
import { deleteList } from "./routers/bookmarks/delete-list";
import { getList } from "./routers/bookmarks/get-list";
import { getMarks } from "./routers/bookmarks/get-marks";
import { keepInList } from "./routers/bookmarks/keep-in-list";
import { listBookmarks } from "./routers/bookmarks/list-bookmarks";
import { listLists } from "./routers/bookmarks/list-lists";
import { orderLists } from "./routers/bookmarks/order-lists";
import { restoreList } from "./routers/bookmarks/restore-list";
import { setBookmark } from "./routers/bookmarks/set-bookmark";
import { updateList } from "./routers/bookmarks/update-list";
import { joinClass } from "./routers/classes/join-class";
import { leaveClass } from "./routers/classes/leave-class";
import { listJoinedClasses } from "./routers/classes/list-joined-classes";
import { previewClass } from "./routers/classes/preview-class";
import { listTerms } from "./routers/glossary/list-terms";
import { getHome } from "./routers/home/get-home";
import { deleteNote } from "./routers/notes/delete-note";
import { listNotes } from "./routers/notes/list-notes";
import { listTopicNotes } from "./routers/notes/list-topic-notes";
import { restoreNote } from "./routers/notes/restore-note";
import { saveNote } from "./routers/notes/save-note";
import { getPath } from "./routers/paths/get-path";
import { leavePath } from "./routers/paths/leave-path";
import { listPaths } from "./routers/paths/list-paths";
import { setPathDeadline } from "./routers/paths/set-path-deadline";
import { startPath } from "./routers/paths/start-path";
import { getOverview as getPlacementOverview } from "./routers/placement/get-overview";
import { getResult } from "./routers/placement/get-result";
import { getSkipTest } from "./routers/placement/get-skip-test";
import { startTest } from "./routers/placement/start-test";
import { submitTestAnswer } from "./routers/placement/submit-test-answer";
import { unskipTopic } from "./routers/placement/unskip-topic";
import { clearPlan } from "./routers/plan/clear-plan";
import { getPlan } from "./routers/plan/get-plan";
import { setPlan } from "./routers/plan/set-plan";
import { getNextQuestion } from "./routers/practice/get-next-question";
import { getSubmission } from "./routers/practice/get-submission";
import { submitAnswer } from "./routers/practice/submit-answer";
import { takeHint } from "./routers/practice/take-hint";
import { tickKeyPoints } from "./routers/practice/tick-key-points";
import { searchCourse } from "./routers/search/search-course";
import { getRetentionCosts } from "./routers/reviews/get-retention-costs";
import { getReviews } from "./routers/reviews/get-reviews";
import { previewSettings } from "./routers/reviews/preview-settings";
import { resumeCard } from "./routers/reviews/resume-card";
import { suspendCard } from "./routers/reviews/suspend-card";
import { updateSettings } from "./routers/reviews/update-settings";
import { listOwnReports } from "./routers/reports/list-own-reports";
import { reportQuestion } from "./routers/reports/report-question";
import { seeReplies } from "./routers/reports/see-replies";
import { browseBank } from "./routers/sets/browse-bank";
import { createSet } from "./routers/sets/create-set";
import { getBankQuestion } from "./routers/sets/get-bank-question";
import { getSet } from "./routers/sets/get-set";
import { listSets } from "./routers/sets/list-sets";
import { updateSet } from "./routers/sets/update-set";
import { addTeacher } from "./routers/teach/add-teacher";
import { createAssignment } from "./routers/teach/create-assignment";
import { createClass } from "./routers/teach/create-class";
import { exportResults } from "./routers/teach/export-results";
import { getClass } from "./routers/teach/get-class";
import { getLearnerWork } from "./routers/teach/get-learner-work";
import { getResults } from "./routers/teach/get-results";
import { handOverClass } from "./routers/teach/hand-over-class";
import { listAssignmentQuestions } from "./routers/teach/list-assignment-questions";
import { listClassAssignments } from "./routers/teach/list-class-assignments";
import { listClasses } from "./routers/teach/list-classes";
import { listMembers } from "./routers/teach/list-members";
import { removeMember } from "./routers/teach/remove-member";
import { removeOverride } from "./routers/teach/remove-override";
import { removeTeacher } from "./routers/teach/remove-teacher";
import { setOverride } from "./routers/teach/set-override";
import { updateAssignment } from "./routers/teach/update-assignment";
import { updateClass } from "./routers/teach/update-class";
import { getTopic } from "./routers/topics/get-topic";
import { listTopics } from "./routers/topics/list-topics";
import { markLessonRead } from "./routers/topics/mark-lesson-read";
import { createCallerFactory, router } from "./trpc";

/** Everything that learners and instructors can ask for. Admin procedures do not exist here. */
export const webRouter = router({
  account: {
    cancelEmailChange, changePassword, confirmEmailChange, getAccount, getLink, getNotifications, listSessions, mailOwnPasswordLink, requestEmailChange, requestPasswordReset,
    resendVerification, resetPassword, revokeOtherSessions, revokeSession, signOutEverywhere, undoEmailChange, unsubscribe, updateNotifications, updatePreferences, verifyEmail,
  },
  accountData: { cancelDeletion, getDeletion, getExport, getExportChunk, listAccesses, requestDeletion, requestExport },
  analytics: { getOverview },
  assignments: { finishAttempt, getAssignment, getAttempt, listAssignments, startAttempt, submitAttemptAnswer },
  bookmarks: { createList, deleteList, getList, getMarks, keepInList, listBookmarks, listLists, orderLists, restoreList, setBookmark, updateList },
  classes: { joinClass, leaveClass, listJoinedClasses, previewClass },
  glossary: { listTerms },
  home: { getHome },
  notes: { deleteNote, listNotes, listTopicNotes, restoreNote, saveNote },
  paths: { getPath, leavePath, listPaths, setPathDeadline, startPath },
  placement: { getOverview: getPlacementOverview, getResult, getSkipTest, startTest, submitTestAnswer, unskipTopic },
  plan: { clearPlan, getPlan, setPlan },
  practice: { getNextQuestion, getSubmission, submitAnswer, takeHint, tickKeyPoints },
  search: { searchCourse },
  reviews: { getRetentionCosts, getReviews, previewSettings, resumeCard, suspendCard, updateSettings },
  reports: { listOwnReports, reportQuestion, seeReplies },
  sets: { browseBank, createSet, getBankQuestion, getSet, listSets, updateSet },
  teach: { addTeacher, createAssignment, createClass, exportResults, getClass, getLearnerWork, getResults, handOverClass, listAssignmentQuestions, listClassAssignments, listClasses, listMembers, removeMember, removeOverride, removeTeacher, setOverride, updateAssignment, updateClass },
  topics: { getTopic, listTopics, markLessonRead },
});
export type WebRouter = typeof webRouter;
/** Calls the procedures from server components, through the same permissions and output schemas. */
export const createWebCaller = createCallerFactory(webRouter);
