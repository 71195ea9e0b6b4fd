const secretPages = new Set(["verify-email", "reset-password", "confirm-email", "undo-email", "unsubscribe"]);

/** The path as the log has it: what follows a page of mailed links opens an account, and is left out. */
export function loggedPath(pathname: string): string {
  const parts = pathname.split("/");
  const at = parts.findIndex((part) => secretPages.has(part));
  return at < 0 || at === parts.length - 1 ? pathname : [...parts.slice(0, at + 1), "…"].join("/");
}
