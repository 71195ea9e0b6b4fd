"use client";
import { usePathname, useSearchParams } from "next/navigation";

/**
 * The same page in the other language: an ordinary link that loads the document anew. The server remembers the choice by
 * that (`choiceToRemember`), and `<html lang>` follows. A client component, because layouts stay while paths change.
 */
export function LanguageSwitch({
  to,
  label,
  className = "link py-1",
}: {
  to: "zh" | "en";
  label: string;
  className?: string;
}) {
  const query = useSearchParams().toString();
  const path = `/${to}${usePathname().slice(3)}${query ? `?${query}` : ""}`;
  const language = to === "zh" ? "zh-CN" : "en";
  return (
    <a className={className} href={path} hrefLang={language} lang={language}>
      {label}
    </a>
  );
}
