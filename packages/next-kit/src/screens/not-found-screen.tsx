import { messages } from "@tidao/i18n";
import { BrandBar } from "../document";
import { requestScope } from "../request-scope";
import { Screen } from "./screen";

export function NotFoundScreen() {
  const { locale } = requestScope();
  const { title, body, action } = messages[locale].app.notFound;
  return (
    <Screen
      bar={<BrandBar />}
      title={title}
      actions={
        <a className="button button-primary" href={`/${locale}`}>
          {action}
        </a>
      }
    >
      <p>{body}</p>
    </Screen>
  );
}
