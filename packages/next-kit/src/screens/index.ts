export { ForbiddenScreen } from "./forbidden-screen";
export { NotFoundScreen } from "./not-found-screen";
export { Screen } from "./screen";
