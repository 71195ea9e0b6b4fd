import { spawn } from "node:child_process";
import { once } from "node:events";

/** Made-up learners 0 and 999: one with 400 answers whatever the size, one with 20,000 where the population gets that far. */
export const usualLearner = "00000000-0000-4000-8000-000000000000";
export const busyLearner = "00000000-0000-4000-8000-0000000003e7";
const busyAnswers = 20_000;

/** Fills the measured database up to so many submissions. */
export async function growTo(submissions: number): Promise<void> {
  const script = process.env.TIDAO_GROW_SCRIPT ?? "";
  const child = spawn(process.execPath, ["--import", "tsx", script, String(submissions), String(busyAnswers)], { stdio: ["ignore", "inherit", "inherit"] });
  const [code] = (await once(child, "exit")) as [number];
  if (code !== 0) throw new Error(`growing to ${submissions} submissions failed`);
}
