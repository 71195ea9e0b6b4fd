export { getOverview, placementOverviewDto } from "./get-overview";
export { getResult, placementResultDto } from "./get-result";
export { getSkipTest, skipTestDto, skipTestInput } from "./get-skip-test";
export { startTest, startTestInput } from "./start-test";
export { submitTestAnswer, submitTestAnswerInput } from "./submit-test-answer";
export { testState, type TestState } from "./test-state.dto";
export { unskipTopic } from "./unskip-topic";
