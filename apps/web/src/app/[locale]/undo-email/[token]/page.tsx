import { LinkScreen, PressLink } from "../../../../features/mail-links/link-screen";
import { pageWords } from "../../../../page-words";

export const generateMetadata = () => ({ title: pageWords().words.links.undoEmail.title });

export default async function UndoEmailPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const { words, to } = pageWords();
  return (
    <LinkScreen page="undoEmail" token={token}>
      <PressLink page="undoEmail" token={token} next={{ href: to("/"), label: words.links.home }} />
    </LinkScreen>
  );
}
