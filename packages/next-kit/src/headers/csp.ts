/**
 * The content security policy of one answer. Scripts run only from our own files or with this answer's nonce.
 * Inline styles stay allowed: KaTeX and Shiki position and colour with them, and a style cannot call anyone (CSP Level 3).
 */
export function contentSecurityPolicy(options: { nonce: string; development: boolean; secure: boolean }): string {
  const { nonce, development, secure } = options;
  const directives: Record<string, string[]> = {
    "default-src": ["'none'"],
    // React's development build rebuilds stack traces with eval
    "script-src": ["'self'", `'nonce-${nonce}'`, ...(development ? ["'unsafe-eval'"] : [])],
    "style-src": ["'self'", "'unsafe-inline'"],
    "img-src": ["'self'", "data:"],
    "font-src": ["'self'"],
    "connect-src": ["'self'"],
    "worker-src": ["'self'"],
    "manifest-src": ["'self'"],
    "media-src": ["'self'"],
    "object-src": ["'none'"],
    "base-uri": ["'none'"],
    "frame-ancestors": ["'none'"],
    "form-action": ["'self'"],
    ...(secure ? { "upgrade-insecure-requests": [] } : {}),
  };
  return Object.entries(directives)
    .map(([name, sources]) => [name, ...sources].join(" "))
    .join("; ");
}
