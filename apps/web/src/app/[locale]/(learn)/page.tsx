import { messages } from "@tidao/i18n";
import { requestScope } from "@tidao/next-kit/session";

export default function HomePage() {
  const { app } = messages[requestScope().locale];
  return (
    <div className="mx-auto max-w-6xl px-4 py-10">
      <h1 className="text-[1.625rem]">{app.nav.home}</h1>
      <p>{app.tagline}</p>
    </div>
  );
}
