export { getPath, listPaths, pathDto, pathInput, pathListDto } from "./list-paths";
export { getTopic, topicDto, topicInput } from "./get-topic";
export { listTopics, topicListDto } from "./list-topics";
export { markLessonRead } from "./mark-lesson-read";
export { pathDeadlineInput, setPathDeadline } from "./set-path-deadline";
export { leavePath, startPath } from "./start-path";
export type { TopicSummary } from "./topic.dto";
