import { dropLetters } from "./drop-letters";
import { deleteMail, forgetOldLinks, giveUpExpired, listOverMail } from "./outbox.repo";

const atOnce = 1000;
/** The last letter to an account has no row any more once it is sent; in the folder it can be read for so long. */
const lastLetterKeptMs = 86_400_000;

/**
 * Gives up mail whose time is over, and erases what nobody asks about any more: mail a month old, and mail to an address that
 * is not the account's (any more) as soon as its time is over. A letter in the folder of mail goes with the row that it was
 * written for, and before it, so that a row never goes alone.
 * @returns rows that changed
 */
export async function tidyMail(now: Date): Promise<number> {
  let changed = (await giveUpExpired(now)) + (await forgetOldLinks(now));
  await dropLetters({ kind: "accountErased", madeBefore: new Date(now.getTime() - lastLetterKeptMs) });
  for (;;) {
    const ids = await listOverMail(now, atOnce);
    await dropLetters({ ids });
    changed += await deleteMail(ids);
    if (ids.length < atOnce) return changed;
  }
}
