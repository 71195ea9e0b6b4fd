import { DomainError, type ErrorParams, isDomainError, isLocale } from "@tidao/kernel";
import NextAuth from "next-auth";
import { z } from "zod";
import { signUp } from "./account/sign-up";
import { isDatabaseAway, isTextUnstorable } from "./database-health.repo";
import { authOptions, type SignInRequest } from "./next-auth-options";
import { readSessionToken, SESSION_SECONDS, sessionCookieName, sessionCookieOptions } from "./session/cookie";
import { openSession, revokeToken } from "./session/session.repo";
import { countSignUpFrom } from "./throttle/attempts";

type RouteContext = { params: Promise<{ nextauth: string[] }> };
type Handler = (request: Request, context: RouteContext) => Promise<Response>;

export interface AuthRouteOptions {
  /** Whether accounts can be made here. */
  signUp: boolean;
  /** What the server knows of the request in hand. */
  about: () => Pick<SignInRequest, "peer" | "locale" | "report">;
}

/** The handlers of `app/api/auth/[...nextauth]/route.ts`: next-auth's, and sign-up beside them. */
export function authRoute(options: AuthRouteOptions): { GET: Handler; POST: Handler } {
  const handle: Handler = async (request, context) => {
    const details: SignInRequest = {
      ...options.about(),
      userAgent: request.headers.get("user-agent"),
      currentToken: readSessionToken(request.headers.get("cookie")),
    };
    const [action] = (await context.params).nextauth;
    if (action === "sign-up" && options.signUp && request.method === "POST") return signUpFrom(request, details);
    return (await NextAuth(request as never, context as never, authOptions(details))) as Response;
  };
  return { GET: handle, POST: handle };
}

const signUpInput = z.object({
  email: z.string().max(320),
  password: z.string().max(1000),
  name: z.string().max(1000),
  locale: z.string().refine(isLocale),
  zone: z.string().max(100).optional(),
});

/** Makes the account and signs its owner in. */
async function signUpFrom(request: Request, details: SignInRequest): Promise<Response> {
  try {
    const body: unknown = await request.json().catch(() => null);
    const input = signUpInput.safeParse(body);
    if (!input.success) throw new DomainError("INPUT_INVALID", { field: input.error.issues[0]?.path.join(".") ?? "" });
    await countSignUpFrom(details.peer);
    const { userId } = await signUp({ ...input.data, locale: isLocale(input.data.locale) ? input.data.locale : "zh" });
    const token = await openSession(userId, details.userAgent);
    if (details.currentToken) await revokeToken(details.currentToken);
    return Response.json({}, { status: 201, headers: { "set-cookie": sessionCookie(token) } });
  } catch (error) {
    if (isDomainError(error)) return problem(error.code, error.params);
    if (isTextUnstorable(error)) return problem("INPUT_INVALID");
    details.report(error);
    return problem(isDatabaseAway(error) ? "DATABASE_UNAVAILABLE" : "UNEXPECTED");
  }
}

const statuses: Record<string, number> = {
  EMAIL_TAKEN: 409,
  TOO_MANY_REQUESTS: 429,
  UNEXPECTED: 500,
  DATABASE_UNAVAILABLE: 503,
};
const problem = (code: string, params: ErrorParams = {}) =>
  Response.json({ code, params }, { status: statuses[code] ?? 400 });

function sessionCookie(token: string): string {
  const { domain, secure } = sessionCookieOptions();
  return [
    `${sessionCookieName()}=${token}`,
    "Path=/",
    `Max-Age=${SESSION_SECONDS}`,
    "HttpOnly",
    "SameSite=Lax",
    ...(secure ? ["Secure"] : []),
    ...(domain ? [`Domain=${domain}`] : []),
  ].join("; ");
}
