import type { WebRouter } from "@tidao/api/client";
import { codeOf, serverCaller } from "@tidao/next-kit/caller";
import { requestScope } from "@tidao/next-kit/session";

interface Context {
  params: Promise<{ token: string }>;
}

/** One-click unsubscribing (RFC 8058): a mail programme posts here, without cookies and without a page. */
export async function POST(_: Request, { params }: Context): Promise<Response> {
  try {
    await (await serverCaller<WebRouter>()).account.unsubscribe({ token: (await params).token.slice(0, 200) });
    return new Response(null, { status: 204 });
  } catch (error) {
    if (codeOf(error) === undefined) throw error;
    return new Response(null, { status: 404 });
  }
}

/** A reader who opens the address gets the page with the button; looking stops nothing. */
export async function GET(_: Request, { params }: Context): Promise<Response> {
  const { locale } = requestScope();
  const location = `/${locale}/unsubscribe/${encodeURIComponent((await params).token)}`;
  return new Response(null, { status: 303, headers: { location } });
}
