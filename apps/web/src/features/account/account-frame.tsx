import type { UserActor } from "@tidao/access";
import { AppLink } from "@tidao/next-kit/app-link";
import { PageHeader } from "@tidao/ui/page-header";
import { Tabs } from "@tidao/ui/tabs";
import type { ReactNode } from "react";
import { PageWidth } from "../../page-width";
import { pageWords } from "../../page-words";
import { VerifyNotice } from "./verify-notice";

/** The pages of the account, in the order of the tabs. */
const sections = {
  profile: "/account",
  security: "/account/security",
  notifications: "/account/notifications",
  data: "/account/data",
} as const;
export type AccountSection = keyof typeof sections;

/** What every page of the account stands in. */
export function AccountFrame({
  actor,
  current,
  children,
}: {
  actor: UserActor;
  current: AccountSection;
  children: ReactNode;
}) {
  const { words, to } = pageWords();
  const names = words.account.sections;
  const tabs = (Object.keys(sections) as AccountSection[]).map((section) => ({
    href: to(sections[section]),
    label: names[section],
    current: section === current,
  }));
  return (
    <PageWidth narrow>
      <PageHeader title={words.account.title} lead={actor.email} />
      <div className="grid gap-8">
        <Tabs label={names.label} tabs={tabs} link={AppLink} />
        <VerifyNotice actor={actor} />
        {children}
      </div>
    </PageWidth>
  );
}

/** A title in the browser's tab that tells the pages of the account apart. */
export const accountTitle = (section: AccountSection): string => {
  const { account } = pageWords().words;
  return section === "profile" ? account.title : `${account.sections[section]} · ${account.title}`;
};
