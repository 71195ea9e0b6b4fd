import { HtmlOnce } from "@tidao/next-kit/html-once";

/** For charts: their HTML is in the page and not in the router's data beside it. */
export const FigureOnce = ({ html }: { html: string }) => <HtmlOnce as="figure" className="chart" html={html} />;
