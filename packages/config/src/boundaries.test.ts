import { builtinModules } from "node:module";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { databaseHandles, databaseUsers, directions, keptInside } from "./house-rules";
import { doorOpens, isForDevelopment, type Package, readFiles, readPackages, readSources } from "./read-house";
import { type Import, packageOf } from "./read-imports";

const packages = readPackages();
const sources = readSources(readFiles(packages));
const byName = new Map(packages.map((found) => [found.manifest.name, found]));
const declared = ({ manifest }: Package, development: boolean) => ({
  ...manifest.dependencies,
  ...manifest.peerDependencies,
  ...manifest.optionalDependencies,
  ...(development && manifest.devDependencies),
});

const imports = sources.flatMap((file) => file.imports.map((found) => ({ ...found, file })));
const place = ({ file, line }: (typeof imports)[number]) => `${file.path}:${line}`;
const isRelative = ({ specifier }: Import) => /^(\.{1,2}|@|~)\//.test(specifier) || /^\.{1,2}$/.test(specifier);
const outward = imports.filter((found) => !isRelative(found));
const inward = outward.flatMap((found) => {
  const to = byName.get(packageOf(found.specifier));
  return to && to !== found.file.owner ? [{ ...found, to, door: found.specifier.split("/").slice(2).join("/") }] : [];
});

const manifestEdges = packages.flatMap((from) =>
  Object.keys(declared(from, true)).flatMap((name) =>
    byName.has(name) ? [[from.name, byName.get(name)?.name ?? ""] as const] : [],
  ),
);
const edges = new Set(
  [...manifestEdges, ...inward.map(({ file, to }) => [file.owner.name, to.name] as const)].map((edge) =>
    edge.join(" -> "),
  ),
);

function mayImport(from: string, to: string, door: string, typeOnly: boolean): boolean {
  const allowed = directions[from] ?? [];
  return (
    to === "config" ||
    allowed.includes(to) ||
    allowed.includes(`${to}/${door}`) ||
    (typeOnly && allowed.includes(`types of ${to}`))
  );
}

describe("packages import in one direction", () => {
  test("the guard is awake: it sees every package, at least 30 edges between them, and hundreds of imports", () => {
    expect(packages.map(({ name }) => name).sort()).toEqual(Object.keys(directions).sort());
    expect([...edges].filter((edge) => !edge.endsWith("-> config")).length).toBeGreaterThanOrEqual(30);
    expect(imports.length).toBeGreaterThan(200);
  });

  test("an import goes only where the table of directions allows, type-only imports too", () => {
    const wrong = inward.filter(({ file, to, door, typeOnly }) => !mayImport(file.owner.name, to.name, door, typeOnly));
    expect(
      wrong.map((found) => `${place(found)} imports ${found.typeOnly ? "types of " : ""}${found.specifier}`),
    ).toEqual([]);
  });

  test("a package declares no workspace package that the table does not allow", () => {
    const allowedNames = (from: string) =>
      (directions[from] ?? []).map((entry) => entry.replace("types of ", "").split("/")[0]);
    const wrong = manifestEdges.filter(([from, to]) => to !== "config" && !allowedNames(from).includes(to));
    expect(wrong.map(([from, to]) => `${from} declares ${to}`)).toEqual([]);
  });

  test("there is no cycle", () => {
    const next = (name: string) =>
      [...edges].filter((edge) => edge.startsWith(`${name} -> `)).map((edge) => edge.split(" -> ")[1] ?? "");
    const findCycle = (name: string, path: string[]): string[] | undefined => {
      if (path.includes(name)) return [...path.slice(path.indexOf(name)), name];
      return next(name)
        .map((to) => findCycle(to, [...path, name]))
        .find(Boolean);
    };
    expect(
      packages
        .map(({ name }) => findCycle(name, []))
        .find(Boolean)
        ?.join(" -> "),
    ).toBeUndefined();
  });

  test("a relative import stays inside its package", () => {
    const leaving = imports.filter(
      ({ specifier, file }) =>
        specifier.startsWith(".") && !join(dirname(file.path), specifier).startsWith(file.owner.folder),
    );
    expect(leaving.map((found) => `${place(found)} imports ${found.specifier}`)).toEqual([]);
  });
});

describe("an import resolves to what its package declares", () => {
  // Next compiles "server-only" and "client-only" itself; there is nothing to install.
  const given = new Set([
    ...builtinModules.map((name) => `node:${name}`),
    "node:test",
    "node:sqlite",
    "server-only",
    "client-only",
  ]);

  test("what runs is a dependency; what tests, types and tools need may be one for development", () => {
    const missing = outward.filter(({ specifier, typeOnly, file }) => {
      const name = packageOf(specifier);
      if (given.has(specifier) || name === file.owner.manifest.name) return false;
      const known = declared(file.owner, typeOnly || isForDevelopment(file.path) || file.path.endsWith(".css"));
      const types = `@types/${name.replace("@", "").replace("/", "__")}`;
      return !(name in known) && !(typeOnly && types in known);
    });
    expect(
      missing.map(
        (found) =>
          `${place(found)} imports ${found.specifier}, which ${found.file.owner.folder}/package.json does not declare`,
      ),
    ).toEqual([]);
  });

  test("a workspace import goes through a door that its package opens", () => {
    const closed = inward.filter(({ to, door }) => to.name !== "config" && !doorOpens(to, door));
    expect(
      closed.map(
        (found) => `${place(found)} imports ${found.specifier}, which ${found.to.folder}/package.json does not export`,
      ),
    ).toEqual([]);
  });

  test("every version stands in the catalog", () => {
    const loose = packages.flatMap((from) =>
      Object.entries(declared(from, true))
        .filter(([name, version]) => version !== (byName.has(name) ? "workspace:*" : "catalog:"))
        .map(([name, version]) => `${from.folder}/package.json: ${name} ${version}`),
    );
    expect(loose).toEqual([]);
  });
});

describe("some things have one owner", () => {
  test("only auth imports next-auth and argon2, only prisma imports Prisma, only scheduling imports ts-fsrs", () => {
    const wrong = outward.filter(({ specifier, file }) =>
      Object.entries(keptInside).some(([kept, owners]) => {
        const isKept = kept.endsWith("/") ? specifier.startsWith(kept) : packageOf(specifier) === kept;
        return isKept && !owners.includes(file.owner.name);
      }),
    );
    expect(wrong.map((found) => `${place(found)} imports ${found.specifier}`)).toEqual([]);
  });

  test("only services and auth open the database", () => {
    const handle = new RegExp(`\\b(${databaseHandles.join("|")})\\b`);
    const wrong = inward.filter(({ to, door, clause, typeOnly, file }) => {
      if (to.name !== "prisma" || door === "testing" || typeOnly || databaseUsers.includes(file.owner.name))
        return false;
      return clause.includes("*") || handle.test(clause);
    });
    expect(wrong.map((found) => `${place(found)} imports ${found.clause.trim()} of ${found.specifier}`)).toEqual([]);
  });

  test("what is made for tests is imported by tests only", () => {
    const wrong = inward.filter(({ door, file }) => door === "testing" && !isForDevelopment(file.path));
    expect(wrong.map((found) => `${place(found)} imports ${found.specifier}`)).toEqual([]);
  });
});
