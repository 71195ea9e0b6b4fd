import { readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import {
  clockFile,
  emptyFolderNames,
  emptyNames,
  fileSuffixes,
  foreignVariables,
  maxLines,
  maxReadmeLines,
  maxSettings,
  mayBeLong,
  purePackages,
  topLevel,
} from "./house-rules";
import { isForDevelopment, readFiles, readPackages, readSources, root, type TextFile } from "./read-house";
import { withoutComments } from "./read-imports";

const packages = readPackages();
const files = readFiles(packages);
const sources = readSources(files);

/** `path:line  what stands there` for each line of the files that matches. */
function find(where: TextFile[], pattern: RegExp, read = (text: string) => text): string[] {
  return where.flatMap(({ path, text }) => {
    if (!pattern.test(text)) return [];
    return read(text)
      .split("\n")
      .flatMap((line, i) => (pattern.test(line) ? [`${path}:${i + 1}  ${line.trim().slice(0, 120)}`] : []));
  });
}

test("the guard is awake: it reads every package's manifest and hundreds of files", () => {
  for (const { folder } of packages) expect(files.map(({ path }) => path)).toContain(`${folder}/package.json`);
  expect(files.length).toBeGreaterThan(200);
  expect(sources.length).toBeGreaterThan(150);
});

describe("what is pure stays pure", () => {
  const pure = sources.filter(
    ({ owner, path }) =>
      purePackages.includes(owner.name) && path.includes("/src/") && !isForDevelopment(path) && path !== clockFile,
  );

  test("no pure package reads the clock or throws dice", () => {
    expect(pure.length).toBeGreaterThan(30);
    expect(
      find(
        pure,
        /\bDate\.now\b|\bnew Date\(\s*\)|(?<!new )\bDate\(\)|\bperformance\.now\b|\bMath\.random\b|\brandomUUID\b|\bgetRandomValues\b/,
        withoutComments,
      ),
    ).toEqual([]);
  });

  test("no pure package touches files, the network, the environment or the console", () => {
    const impure = pure.flatMap(({ path, imports }) =>
      imports
        .filter(({ specifier }) => specifier.startsWith("node:"))
        .map(({ specifier, line }) => `${path}:${line} imports ${specifier}`),
    );
    expect([...impure, ...find(pure, /\bprocess\.|\bfetch\(|\bconsole\./, withoutComments)]).toEqual([]);
  });
});

describe("a file's name says what is in it", () => {
  const named = sources.filter(({ path }) => !path.endsWith(".css"));
  const last = (path: string) => path.split("/").at(-1) ?? "";
  const suffix = (path: string) => last(path).split(".").slice(1, -1).join(".");

  test("names are kebab-case", () => {
    const kebab = /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+)*$/;
    const forNext = /^(\(.+\)|\[.+\]|@\w+|_\w+)$/;
    const isNamedWell = (part: string) =>
      kebab.test(part) || forNext.test(part) || part.startsWith(".") || part === "README.md";
    // Prisma names its own.
    const ours = files.filter(({ path }) => !path.startsWith("prisma/migrations/"));
    const wrong = ours.filter(({ path }) => !path.split("/").every(isNamedWell));
    expect(wrong.map(({ path }) => path)).toEqual([]);
  });

  test("no name is empty of meaning: utils, helpers, common, shared, lib, types", () => {
    const wrong = named.filter(({ path }) => {
      const folders = path.split("/").slice(0, -1);
      return (
        emptyNames.includes(last(path).split(".")[0] ?? "") ||
        folders.some((folder) => emptyFolderNames.includes(folder))
      );
    });
    expect(wrong.map(({ path }) => path)).toEqual([]);
  });

  test("a suffix is one of the few that mean something", () => {
    const wrong = named.filter(({ path }) => suffix(path) !== "" && !fileSuffixes.includes(suffix(path)));
    expect(wrong.map(({ path }) => path)).toEqual([]);
  });

  test(".spec.ts is for journeys alone, and journeys are .spec.ts", () => {
    const wrong = named.filter(
      ({ path, owner }) => (suffix(path) === "spec") !== (owner.name === "e2e" && path.includes("/specs/")),
    );
    expect(wrong.map(({ path }) => path)).toEqual([]);
  });

  test("a test that opens the database is called .int.test.ts", () => {
    const wrong = sources.filter(
      ({ path, imports }) =>
        suffix(path) === "test" &&
        imports.some(({ specifier, typeOnly }) => !typeOnly && /^@tidao\/prisma(\/testing)?$/.test(specifier)),
    );
    expect(wrong.map(({ path }) => path)).toEqual([]);
  });
});

test("only a .repo.ts queries the database", () => {
  const stories = sources.filter(
    ({ owner, path }) =>
      ["services", "auth"].includes(owner.name) &&
      path.includes("/src/") &&
      !path.endsWith(".repo.ts") &&
      !isForDevelopment(path),
  );
  expect(find(stories, /\b(db|pool)\s*\.\s*\$?[a-z]|\.query(<.*>)?\(|\$queryRaw/, withoutComments)).toEqual([]);
});

test("no test puts a module of ours or of others out of the way with a mock", () => {
  expect(find(sources, new RegExp(String.raw`\b(vi|jest)\.(do)?mock\(`, "i"))).toEqual([]);
});

describe("the house stays liveable", () => {
  const count = ({ text }: TextFile) => text.split("\n").length - 1;

  test("no file is longer than 400 lines but data, messages and what a machine wrote", () => {
    const long = files.filter(
      (file) => count(file) > maxLines && !mayBeLong.some((pattern) => pattern.test(file.path)),
    );
    expect(long.map((file) => `${file.path}: ${count(file)} lines`)).toEqual([]);
  });

  test("each package says in a README of under 60 lines what lives in it", () => {
    const wrong = packages.flatMap(({ folder }) => {
      const readme = files.find(({ path }) => path === `${folder}/README.md`);
      if (!readme) return [`${folder} has no README.md`];
      return count(readme) >= maxReadmeLines ? [`${readme.path}: ${count(readme)} lines`] : [];
    });
    expect(wrong).toEqual([]);
  });

  test("each variable of the environment is named in the README of the package that reads it", () => {
    const read = /\b(?:env|environment)(?:\.|\[")([A-Z][A-Z_]{2,})/g;
    const unnamed = sources.flatMap(({ path, text, owner }) => {
      if (isForDevelopment(path)) return [];
      const readme = files.find((file) => file.path === `${owner.folder}/README.md`)?.text ?? "";
      const names = new Set([...text.matchAll(read)].map(([, name = ""]) => name));
      return [...names]
        .filter((name) => !foreignVariables.includes(name) && !readme.includes(`\`${name}`))
        .map((name) => `${path}: ${name}`);
    });
    expect(unnamed).toEqual([]);
  });

  test("there are no more than fifteen settings", () => {
    const [, settings = ""] = (files.find(({ path }) => path === "README.md")?.text ?? "").split("\n## Settings\n");
    const names = new Set([...settings.matchAll(/`([A-Z][A-Z_]{3,})\b/g)].map(([, name]) => name));
    expect(names.size).toBeGreaterThan(8);
    expect(names.size).toBeLessThanOrEqual(maxSettings);
  });

  test("the top level holds what the map names and nothing else", () => {
    const found = readdirSync(root).filter((name) => !name.startsWith(".") && name !== "node_modules");
    expect(found.filter((name) => !topLevel.includes(name))).toEqual([]);
  });

  test("no file names a path of the machine on which it was written", () => {
    const machine = new RegExp(`(?<![\\w.})\\]-])/(${["work", "farm"].join("|")})/`);
    expect(find(files, machine)).toEqual([]);
  });

  test("no screen writes a percentage but with formatPercent: not a number and a sign behind it", () => {
    const screens = sources.filter(
      ({ path }) => /^(apps|packages\/(next-kit|player|ui|i18n))\//.test(path) && !isForDevelopment(path),
    );
    expect(screens.length).toBeGreaterThan(150);
    expect(find(screens, /formatNumber\(.*\)\}?\s?[%％]/, withoutComments)).toEqual([]);
  });

  test("no file holds the marks of a merge that nobody finished", () => {
    expect(find(files, /^(?:<{7}|>{7}) /m)).toEqual([]);
  });

  test("nothing is left to do or switched off: no TODO, no ts-ignore", () => {
    const words = new RegExp(
      `\\b(${["TO_DO", "FIX_ME", "XX_X"].join("|").replaceAll("_", "")})\\b|@ts-(ignore|nocheck)`,
    );
    expect(
      find(
        sources.filter(({ path }) => !path.endsWith("/house.test.ts")),
        words,
      ),
    ).toEqual([]);
  });
});
