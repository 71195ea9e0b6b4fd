import type { WebRouter } from "@tidao/api/client";
import { errorMessage } from "@tidao/i18n/error-message";
import { codeOf, serverCaller } from "@tidao/next-kit/caller";
import { requireActor } from "@tidao/next-kit/session";
import { Notice } from "@tidao/ui/notice";
import { PageHeader } from "@tidao/ui/page-header";
import { JoinForm } from "../../../../../../features/classes/join-form";
import { PageWidth } from "../../../../../../page-width";
import { pageWords } from "../../../../../../page-words";

export function generateMetadata() {
  return { title: pageWords().words.classes.join.title };
}

/** The link that an instructor sends: the class is shown before anyone joins it. */
export default async function JoinByLinkPage({ params }: { params: Promise<{ code: string }> }) {
  await requireActor();
  const { locale, words } = pageWords();
  const { join } = words.classes;
  const code = decodeURIComponent((await params).code);
  const api = await serverCaller<WebRouter>();
  const looked = await api.classes.previewClass({ code }).then(
    (found) => ({ found, problem: null }),
    (error: unknown) => {
      const known = codeOf(error);
      if (!known) throw error;
      return { found: null, problem: errorMessage(locale, known, { code, name: "" }) };
    },
  );
  return (
    <PageWidth narrow>
      <PageHeader title={join.title} lead={looked.found ? undefined : join.lead} />
      <div className="grid gap-6">
        {looked.problem && (
          <Notice kind="error" word={words.app.notice.error}>
            {looked.problem}
          </Notice>
        )}
        <JoinForm
          locale={locale}
          code={looked.found ? code : ""}
          found={looked.found}
          words={join}
          done={words.app.notice.success}
          offline={words.app.state.offline}
        />
      </div>
    </PageWidth>
  );
}
