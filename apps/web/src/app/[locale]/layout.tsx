import { isLocale } from "@tidao/kernel";
import { notFound } from "next/navigation";
import type { ReactNode } from "react";

interface Props {
  children: ReactNode;
  params: Promise<{ locale: string }>;
}

/** A file that is not there (/favicon.ico) looks to Next like a language. */
export default async function LocaleLayout({ children, params }: Props) {
  if (!isLocale((await params).locale)) notFound();
  return children;
}
