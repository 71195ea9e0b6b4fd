import type { WebRouter } from "@tidao/api/client";
import { errorMessage } from "@tidao/i18n/error-message";
import type { LinkKind } from "@tidao/kernel";
import { serverCaller } from "@tidao/next-kit/caller";
import { EntryFrame } from "@tidao/next-kit/sign-in";
import { LinkButton } from "@tidao/ui/button";
import { Notice } from "@tidao/ui/notice";
import type { ReactNode } from "react";
import { pageWords } from "../../page-words";
import { UseLink, type UseLinkWords } from "./use-link";

type LinkPage = "verify" | "reset" | "confirmEmail" | "undoEmail";
const kinds = {
  verify: "verify",
  reset: "reset",
  confirmEmail: "change-email",
  undoEmail: "undo-email",
} as const satisfies Record<LinkPage, LinkKind>;

/** Where to ask for another mail of the kind. */
const again = {
  verify: "/account",
  reset: "/forgot-password",
  confirmEmail: "/account/security",
  undoEmail: "/forgot-password",
} as const satisfies Record<LinkPage, string>;

/**
 * The page of a mailed link. Opening it uses nothing up, since scanners of mail open every link: it says what a press
 * will do, or why the link is of no use any more.
 */
export async function LinkScreen({ page, token, children }: { page: LinkPage; token: string; children: ReactNode }) {
  const { locale, words, to } = pageWords();
  const { title, lead } = words.links[page];
  const { state } = await (
    await serverCaller<WebRouter>()
  ).account.getLink({ kind: kinds[page], token: token.slice(0, 100) });
  return (
    <EntryFrame title={title} lead={state === "open" ? lead : undefined}>
      {state === "open" ? (
        children
      ) : (
        <Notice
          kind="warning"
          word={words.app.notice.warning}
          action={
            // a link that was used has done what it is for; whoever set a password by it is signed out everywhere
            state !== "used" ? (
              <LinkButton href={to(again[page])}>{words.links.again}</LinkButton>
            ) : page === "reset" ? (
              <LinkButton href={to("/sign-in")}>{words.links.toSignIn}</LinkButton>
            ) : (
              <LinkButton href={to("/")}>{words.links.home}</LinkButton>
            )
          }
        >
          <p>{errorMessage(locale, "LINK_INVALID", { reason: state })}</p>
        </Notice>
      )}
    </EntryFrame>
  );
}

/** The one button of most of these pages. */
export function PressLink({
  page,
  token,
  next,
}: {
  page: Exclude<LinkPage, "reset"> | "unsubscribe";
  token: string;
  next: UseLinkWords["next"];
}) {
  const { locale, words } = pageWords();
  const { submit, doneTitle, done } = words.links[page];
  const texts = { submit, doneTitle, done, working: words.links.working, success: words.app.notice.success, next };
  return <UseLink page={page} token={token} locale={locale} words={texts} offline={words.app.state.offline} />;
}
