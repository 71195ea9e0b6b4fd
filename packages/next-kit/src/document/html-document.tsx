import { messages } from "@tidao/i18n";
import type { ReactNode } from "react";
import { EarlyPresses } from "../early/early-presses";
import { earlyScript } from "../early/early-script";
import { FieldSentences } from "../fields/field-sentences";
import { KeptFocus } from "../focus/kept-focus";
import { PoliteTitle } from "../links/polite-title";
import { SoftLinks } from "../links/soft-links";
import { requestScope } from "../request-scope";
import { currentMotion, currentReader, currentTheme } from "../session/theme";

/** BCP 47: with the region, browsers choose Chinese glyphs (not Japanese ones) for characters that both have. */
const languageTags = { zh: "zh-CN", en: "en" } as const;

/** `<html>` in the reader's language, theme and motion, decided on the server. */
export async function HtmlDocument({ children }: { children: ReactNode }) {
  const [theme, motion, reader] = await Promise.all([currentTheme(), currentMotion(), currentReader()]);
  const { locale, nonce } = requestScope();
  const { opening, away } = messages[locale].app.state;
  return (
    <html lang={languageTags[locale]} data-theme={theme} data-motion={motion} data-reader={reader}>
      <body>
        <script nonce={nonce} suppressHydrationWarning>
          {earlyScript}
        </script>
        {children}
        <SoftLinks opening={opening} away={away} />
        <PoliteTitle />
        <KeptFocus />
        <FieldSentences words={messages[locale].fields} />
        <EarlyPresses />
      </body>
    </html>
  );
}
