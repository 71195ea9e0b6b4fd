export { getReport, reportForEditorDto, reportIdInput } from "./get-report";
export { listOwnReports, ownReportsDto, ownReportsInput } from "./list-own-reports";
export { listReports, reportsInput, reportsPageDto } from "./list-reports";
export { reportedDto, reportQuestion, reportQuestionInput } from "./report-question";
export { resolveReport, resolveReportInput, resolvedReportDto } from "./resolve-report";
export { seeReplies } from "./see-replies";
