import { authRoute } from "@tidao/auth/next";
import { requestScope } from "../request-scope";

/** For `app/api/auth/[...nextauth]/route.ts` of an app. */
export const authRouteHandlers = ({ signUp }: { signUp: boolean }) =>
  authRoute({
    signUp,
    about: () => {
      const { peer, locale, report } = requestScope();
      return { peer, locale, report: (error) => report(error, { part: "auth" }) };
    },
  });
