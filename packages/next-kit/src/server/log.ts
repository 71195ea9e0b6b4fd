import { pino, type Logger } from "pino";

/** One JSON line a request and one a fault, to standard output. Never a query string, a header or a body. */
export const createLog = (app: string): Logger =>
  pino({
    base: { app },
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }) },
  });
