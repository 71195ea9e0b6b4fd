import type { Say } from "../terminal/progress";
import type { Session } from "../terminal/session";
import type { TestServer } from "./test-server";
import type { Totals } from "./totals";

export interface StageContext {
  session: Session;
  say: Say;
  /** A line of a tool's own output. */
  print: (line: string) => void;
  /** Names everything that this run makes outside its own folders. */
  run: string;
  /** What every tool of the tests gets. */
  env: NodeJS.ProcessEnv;
  /** Started at the first call; the same for all stages. */
  server: () => Promise<TestServer>;
  /** Files or parts of their names, to run only some tests of a stage. */
  filters: string[];
}

/** One kind of test. A stage that throws has failed once more. */
export interface Stage {
  name: string;
  run: (context: StageContext) => Promise<Totals>;
}
