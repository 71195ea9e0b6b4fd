export { findDueToday, minutesOf, type DueToday } from "./find-due-today";
export { getReviews, type Reviews, reviewsDto } from "./get-reviews";
export { getRetentionCosts, retentionCostsDto } from "./get-retention-costs";
export { previewReviewSettings, settingsPreviewDto } from "./preview-settings";
export { reviewSettingsInput } from "./review-settings.schema";
export { cardInput, resumeCard, suspendCard } from "./set-aside";
export { updateReviewSettings } from "./update-settings";
export { forecastDto, type LoadForecast, readForecast, readForecastOf } from "./read-forecast";
