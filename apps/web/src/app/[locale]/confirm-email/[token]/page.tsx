import { LinkScreen, PressLink } from "../../../../features/mail-links/link-screen";
import { pageWords } from "../../../../page-words";

export const generateMetadata = () => ({ title: pageWords().words.links.confirmEmail.title });

export default async function ConfirmEmailPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const { words, to } = pageWords();
  return (
    <LinkScreen page="confirmEmail" token={token}>
      <PressLink
        page="confirmEmail"
        token={token}
        next={{ href: to("/account/security"), label: words.links.toAccount }}
      />
    </LinkScreen>
  );
}
