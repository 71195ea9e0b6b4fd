import type { ErrorParams } from "@tidao/kernel";

/** next-auth carries one string from `authorize` to the browser: a code and its parameters travel as `CODE?name=value`. */
export const problemText = (code: string, params: ErrorParams = {}): string => {
  const query = new URLSearchParams(Object.entries(params).map(([name, value]) => [name, String(value)])).toString();
  return query ? `${code}?${query}` : code;
};

export function readProblemText(text: string): { code: string; params: Record<string, string> } {
  const [code = "", query = ""] = text.split("?", 2);
  return { code, params: Object.fromEntries(new URLSearchParams(query)) };
}
