import { randomBytes, randomUUID } from "node:crypto";
import { inTransaction } from "@tidao/prisma";
import { demoUsers, findDemoClass, getDemoActor, hasUsers, insertDemoClass, insertDemoUser } from "./demo.repo";
import { liveStory } from "./live-story";
import { story } from "./story";

export interface DemoSignIn {
  role: string;
  email: string;
  password: string;
}

export interface DemoOptions {
  password: string;
  /** Of @tidao/auth, which this package may not import. */
  hashPassword: (password: string) => Promise<string>;
  /** Whether the learner gets a history and the instructor assignments; `NEXTAUTH_SECRET` must be set then. */
  history: boolean;
  /** Hears why the history could not be made, or not to its end: a course whose topics were renamed is still one to serve. */
  onUnmade: (error: unknown) => void;
}
const dayMs = 86_400_000;

/**
 * Four accounts to look around with, and a class that the demo learner is in. Made once: a start that finds them changes
 * nothing. Passwords are given by the caller, which keeps them in its secrets file; they are never in the repository.
 * The history is for a database in which nobody is yet: among people nothing is made up. A start that is killed while it is
 * made leaves a shorter one.
 */
export async function seedDemo({ password, hashPassword, history, onUnmade }: DemoOptions, now: Date): Promise<DemoSignIn[]> {
  const known = await demoUsers();
  const missing = demoAccounts.filter((account) => !known.includes(account.email));
  if (missing.length) {
    const withHistory = history && !(await hasUsers());
    const at = withHistory ? new Date(now.getTime() - (story.days + 1) * dayMs) : now;
    const [hash, classId] = [await hashPassword(password), randomUUID()];
    await inTransaction(async (connection) => {
      for (const account of missing) await insertDemoUser(connection, { ...account, id: randomUUID(), passwordHash: hash, at });
      if (!(await findDemoClass(connection)))
        await insertDemoClass(connection, { id: classId, owner: "instructor@demo.tidao", learner: "learner@demo.tidao", joinCode: `DEMO${randomBytes(2).toString("hex").toUpperCase()}`, at });
    });
    if (withHistory) {
      const [learner, instructor] = await Promise.all([getDemoActor("learner@demo.tidao", []), getDemoActor("instructor@demo.tidao", ["instructor"])]);
      await liveStory({ learner, instructor, classId }, now).catch(onUnmade);
    }
  }
  return demoAccounts.map(({ role, email }) => ({ role, email, password }));
}

const demoAccounts = [
  { role: "learner", email: "learner@demo.tidao", name: "林学 Lin", roles: [] },
  { role: "instructor", email: "instructor@demo.tidao", name: "周老师 Zhou", roles: ["instructor"] },
  { role: "editor", email: "editor@demo.tidao", name: "沈编 Shen", roles: ["editor"] },
  { role: "admin", email: "admin@demo.tidao", name: "高管 Gao", roles: ["admin"] },
];
