import "../terminal/plain-failures";
import { closeDatabase } from "@tidao/prisma";
import { rebuildAll } from "@tidao/services/rebuild";

const learners = await rebuildAll((done) => {
  if (done % 100 === 0) console.log(`${done} learners ...`);
});
console.log(`${learners} learners rebuilt from their logs`);
await closeDatabase();
