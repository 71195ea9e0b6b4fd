import { examine } from "./examine";
import { findings, report } from "./findings";

/** Prints what is well and what is not; 1 when something has to be mended. */
export async function doctor(): Promise<number> {
  const found = findings(await examine(process.env));
  process.stdout.write(`${report(found)}\n`);
  return found.some(({ state }) => state === "problem") ? 1 : 0;
}
