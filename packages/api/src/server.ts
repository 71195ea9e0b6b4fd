export { type Context, createContext } from "./context";
export { errorMap } from "./error-map";
export { createCallerFactory, domainErrorOf, type ErrorData } from "./trpc";
