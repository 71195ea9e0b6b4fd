import "../terminal/plain-failures";
import { closeDatabase } from "@tidao/prisma";
import { growPopulation } from "@tidao/services/population";

// node grow.ts SUBMISSIONS MOST: as the owner, on the database of this measurement
const [submissions, most] = process.argv.slice(2).map(Number);
process.env["DATABASE_URL"] = process.env["DATABASE_OWNER_URL"];
const began = performance.now();
let told = began;
const population = await growPopulation(
  { submissions: submissions ?? 0, ...(most && { most }) },
  new Date(),
  (done) => {
    if (performance.now() - told < 5000) return;
    told = performance.now();
    console.error(`${done.toLocaleString("en")} of ${submissions?.toLocaleString("en")} submissions made up ...`);
  },
);
console.error(
  `${population.learners.toLocaleString("en")} learners with ${population.submissions.toLocaleString("en")} submissions, ${Math.round((performance.now() - began) / 1000)} s`,
);
await closeDatabase();
