import { messages } from "@tidao/i18n";
import { requestScope } from "../request-scope";

/** The seal, and the name beside it. */
export function Brand() {
  const { locale } = requestScope();
  return (
    <a href={`/${locale}`} className="flex items-center gap-2 py-3 font-semibold">
      <span aria-hidden lang="zh-CN" className="grid size-7 place-items-center rounded-sm bg-seal text-on-seal">
        题
      </span>
      {messages[locale].app.name}
    </a>
  );
}
