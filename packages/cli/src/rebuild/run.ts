import "../terminal/plain-failures";
import { openDoor } from "../doors";

const rebuildAll = await openDoor("@tidao/services/rebuild", "rebuildAll");
const learners = await rebuildAll((done) => {
  if (done % 100 === 0) console.log(`${done} learners ...`);
});
console.log(`${learners} learners rebuilt from their logs`);
process.exit(0); // the pool must not keep this process
