export interface Import {
  specifier: string;
  /** The names between the braces, as written. */
  clause: string;
  typeOnly: boolean;
  line: number;
}

/** Strings are matched so that what looks like a comment inside them ("packages/*", "https://") is left alone. */
const stringOrComment = /("(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|`(?:\\.|[^`\\])*`)|\/\/[^\n]*|\/\*[\s\S]*?\*\//g;

/** The source with comments blanked; line numbers stay. */
export function withoutComments(source: string): string {
  return source.replace(stringOrComment, (match, string?: string) => string ?? match.replace(/[^\n]/g, " "));
}

const fromClause =
  /^[ \t]*(?:import|export)\s+(?<type>type\s+(?!from\b))?(?<clause>[\w$*\s{},]*?)\bfrom\s*["'](?<specifier>[^"'\n]+)["']/gm;
const sideEffect = /^[ \t]*import\s*["'](?<specifier>[^"'\n]+)["']/gm;
const call = /\b(?:import|require|require\.resolve|import\.meta\.resolve)\s*\(\s*["'`](?<specifier>[^"'`$\n]+)["'`]/g;
const cssImport = /^[ \t]*@import\s+(?:url\()?["'](?<specifier>[^"'\n]+)["']/gm;

/** Every import of a TypeScript, JavaScript or CSS file: static, type-only, re-exported, dynamic, resolved. */
export function readImports(source: string, file = "file.ts"): Import[] {
  const code = withoutComments(source);
  // The same length with the contents of strings blanked: what begins in there is text, not code.
  const bare = code.replace(
    stringOrComment,
    (match) => match[0] + match.slice(1, -1).replace(/[^\n]/g, " ") + match.at(-1),
  );
  const patterns = file.endsWith(".css") ? [cssImport] : [fromClause, sideEffect, call];
  return patterns.flatMap((pattern) =>
    [...code.matchAll(pattern)].flatMap((match) => {
      const start = match.index + match[0].search(/\S/);
      if (bare[start] !== code[start]) return [];
      const { specifier = "", clause = "", type } = match.groups ?? {};
      return [{ specifier, clause, typeOnly: Boolean(type), line: code.slice(0, start).split("\n").length }];
    }),
  );
}

/** "@scope/name/door" -> "@scope/name"; "name/door" -> "name". */
export function packageOf(specifier: string): string {
  return specifier
    .split("/")
    .slice(0, specifier.startsWith("@") ? 2 : 1)
    .join("/");
}
