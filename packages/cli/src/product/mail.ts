import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { dataFolder } from "../checkout";

/** Where mail goes: SMTP_URL, else a folder of this machine. */
export const mailUrl = (environment: NodeJS.ProcessEnv): string =>
  environment["SMTP_URL"] || pathToFileURL(join(dataFolder, "mail")).href;

/** The same for a person to read; of a server its name alone, as the rest may be a password. */
export function mailPlace(environment: NodeJS.ProcessEnv): string {
  const url = new URL(mailUrl(environment));
  return url.protocol === "file:" ? `files in ${fileURLToPath(url)}` : `by SMTP through ${url.host}`;
}
