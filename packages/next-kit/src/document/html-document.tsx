import type { ReactNode } from "react";
import { SoftLinks } from "../links/soft-links";
import { requestScope } from "../request-scope";
import { currentTheme } from "../session/theme";

/** BCP 47: with the region, browsers choose Chinese glyphs (not Japanese ones) for characters that both have. */
const languageTags = { zh: "zh-CN", en: "en" } as const;

/** `<html>` in the reader's language and theme, decided on the server. */
export async function HtmlDocument({ children }: { children: ReactNode }) {
  const theme = await currentTheme();
  return (
    <html lang={languageTags[requestScope().locale]} data-theme={theme}>
      <body>
        {children}
        <SoftLinks />
      </body>
    </html>
  );
}
