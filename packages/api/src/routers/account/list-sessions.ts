import { listSessions as run } from "@tidao/auth";
import { z } from "zod";
import { procedureFor } from "../../trpc";

const sessionDto = z.strictObject({
  id: z.string(),
  userAgent: z.string().nullable(),
  createdAt: z.string(),
  lastSeenAt: z.string(),
  /** The one that asks. */
  current: z.boolean(),
});

/** Where the user is signed in, the session used last first. */
export const listSessions = procedureFor("account.manageOwn")
  .input(z.strictObject({}))
  .output(z.array(sessionDto))
  .query(async ({ ctx }) =>
    (await run(ctx.actor.id)).map(({ id, userAgent, createdAt, lastSeenAt }) => ({
      id,
      userAgent,
      createdAt: createdAt.toISOString(),
      lastSeenAt: lastSeenAt.toISOString(),
      current: id === ctx.actor.sessionId,
    })),
  );
