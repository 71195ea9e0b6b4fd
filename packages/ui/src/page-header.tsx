import type { ReactNode } from "react";

interface PageHeaderProps {
  title: ReactNode;
  /** Where one is: a link back, an area, a date. */
  over?: ReactNode;
  lead?: ReactNode;
  actions?: ReactNode;
}

export function PageHeader({ title, over, lead, actions }: PageHeaderProps) {
  return (
    <header className="page-header">
      <div>
        <PageTitle over={over} title={title} lead={lead} />
      </div>
      {actions && <div className="toolbar">{actions}</div>}
    </header>
  );
}

/** What the page is about, without its actions. */
export const PageTitle = ({ title, over, lead }: Omit<PageHeaderProps, "actions">) => (
  <>
    {over && <div className="page-header-over">{over}</div>}
    <h1>{title}</h1>
    {lead && <p className="page-header-lead">{lead}</p>}
  </>
);
