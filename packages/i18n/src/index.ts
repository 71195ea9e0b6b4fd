export { errorMessage } from "./error-message";
export {
  formatDate,
  formatDay,
  formatDuration,
  formatInstant,
  formatNumber,
  formatPercent,
  formatPoints,
  formatShare,
  type Instant,
  relativeTime,
  type ZonedTime,
  zonedTime,
  zoneName,
} from "./format";
export { formatMessage, type MessageParams } from "./icu";
export {
  type EnglishMessages,
  learnerWorkLabels,
  type Messages,
  messages,
  type Namespace,
  pickMessages,
  type PlayerLabels,
  playerLabels,
} from "./messages";
