/**
 * For the words about a password that does not match: whether it begins or ends with a space, as what was copied often
 * does. It is never trimmed: a space may be part of it (NIST SP 800-63B, 5.1.1.2).
 */
export const spacedHint = (password: string): { spaced?: string } =>
  /^\s|\s$/u.test(password) ? { spaced: "yes" } : {};
