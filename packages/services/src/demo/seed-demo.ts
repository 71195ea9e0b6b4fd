import { randomBytes, randomUUID } from "node:crypto";
import { inTransaction } from "@tidao/prisma";
import { demoUsers, findDemoClass, insertDemoClass, insertDemoUser } from "./demo.repo";

export interface DemoSignIn {
  role: string;
  email: string;
  password: string;
}

/**
 * Four accounts to look around with, and a class that the demo learner is in. Made once: a start that finds them changes
 * nothing. Passwords are given by the caller, which keeps them in its secrets file; they are never in the repository.
 * @param hashPassword of @tidao/auth, which this package may not import
 */
export async function seedDemo(password: string, hashPassword: (password: string) => Promise<string>): Promise<DemoSignIn[]> {
  const known = await demoUsers();
  const missing = demoAccounts.filter((account) => !known.includes(account.email));
  if (missing.length) {
    const hash = await hashPassword(password);
    await inTransaction(async (connection) => {
      for (const account of missing) await insertDemoUser(connection, { ...account, id: randomUUID(), passwordHash: hash });
      if (!(await findDemoClass(connection)))
        await insertDemoClass(connection, { id: randomUUID(), owner: "instructor@demo.tidao", learner: "learner@demo.tidao", joinCode: `DEMO${randomBytes(2).toString("hex").toUpperCase()}` });
    });
  }
  return demoAccounts.map(({ role, email }) => ({ role, email, password }));
}

const demoAccounts = [
  { role: "learner", email: "learner@demo.tidao", name: "林学 Lin", roles: [] },
  { role: "instructor", email: "instructor@demo.tidao", name: "周老师 Zhou", roles: ["instructor"] },
  { role: "editor", email: "editor@demo.tidao", name: "沈编 Shen", roles: ["editor"] },
  { role: "admin", email: "admin@demo.tidao", name: "高管 Gao", roles: ["admin"] },
];
