import { EntryFrame } from "@tidao/next-kit/sign-in";
import { PressLink } from "../../../../features/mail-links/link-screen";
import { pageWords } from "../../../../page-words";

export const generateMetadata = () => ({ title: pageWords().words.links.unsubscribe.title });

/** Needs no sign-in: who reads the mail may stop it. */
export default async function UnsubscribePage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const { words, to } = pageWords();
  const { title, lead } = words.links.unsubscribe;
  return (
    <EntryFrame title={title} lead={lead}>
      <PressLink
        page="unsubscribe"
        token={token}
        next={{ href: to("/account/notifications"), label: words.links.toAccount }}
      />
    </EntryFrame>
  );
}
