import { readProblemText } from "./problem-text";

/** Signing in and out from a page, without next-auth's own client (14 KB of React that we do not need). */
export type SignInResult = { ok: true } | { ok: false; code: string; params: Record<string, string | number> };

const lost: SignInResult = { ok: false, code: "OFFLINE", params: {} };

async function post(action: string, fields: Record<string, string>): Promise<{ status: number; url: URL | null }> {
  const { csrfToken } = (await (await fetch("/api/auth/csrf")).json()) as { csrfToken: string };
  const body = new URLSearchParams({ ...fields, csrfToken, json: "true" });
  const response = await fetch(`/api/auth/${action}`, { method: "POST", body });
  const { url } = (await response.json().catch(() => ({}))) as { url?: string };
  return { status: response.status, url: url ? new URL(url, location.href) : null };
}

export async function signIn(email: string, password: string): Promise<SignInResult> {
  try {
    const { status, url } = await post("callback/credentials", { email, password });
    const problem = url?.searchParams.get("error");
    if (problem) return { ok: false, ...readProblemText(problem) };
    return status < 300 ? { ok: true } : { ok: false, code: "UNEXPECTED", params: {} };
  } catch {
    return lost;
  }
}

export interface SignUpFields {
  email: string;
  password: string;
  name: string;
  locale: string;
  zone: string;
}

export async function signUp(fields: SignUpFields): Promise<SignInResult> {
  try {
    const response = await fetch("/api/auth/sign-up", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(fields),
    });
    if (response.ok) return { ok: true };
    const problem = (await response.json().catch(() => ({ code: "UNEXPECTED" }))) as {
      code: string;
      params?: Record<string, string | number>;
    };
    return { ok: false, code: problem.code, params: problem.params ?? {} };
  } catch {
    return lost;
  }
}

/** Leaves for a provider, and comes back to the path given. */
export async function signInWith(provider: string, returnPath: string): Promise<void> {
  const { url } = await post(`signin/${provider}`, { callbackUrl: returnPath });
  if (url) location.assign(url);
}

export async function signOut(): Promise<void> {
  await post("signout", { callbackUrl: "/" });
}
