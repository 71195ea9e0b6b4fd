export { onRequestError } from "@tidao/next-kit/instrumentation";
