import { LinkScreen, PressLink } from "../../../../features/mail-links/link-screen";
import { pageWords } from "../../../../page-words";

export const generateMetadata = () => ({ title: pageWords().words.links.verify.title });

export default async function VerifyEmailPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const { words, to } = pageWords();
  return (
    <LinkScreen page="verify" token={token}>
      <PressLink page="verify" token={token} next={{ href: to("/"), label: words.links.home }} />
    </LinkScreen>
  );
}
