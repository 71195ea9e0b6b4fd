export { createJobSchema } from "./job-schema";
export { startWorker, type Worker } from "./start-worker";
