import { type Actor, can, type Permission, permissionNames, type Role } from "@tidao/access";
import { errorCodes, fixedClock, isDomainError } from "@tidao/kernel";
import { type AnyProcedure, TRPCError } from "@trpc/server";
import { getHTTPStatusCodeFromError } from "@trpc/server/http";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { adminRouter, createAdminCaller } from "./admin-router";
import { createContext } from "./context";
import { errorMap } from "./error-map";
import { createWebCaller, webRouter } from "./web-router";

const user = (...roles: Role[]): Actor => ({
  kind: "user", id: "u", subjectId: "s", roles: ["learner", ...roles], sessionId: "x", name: "n", email: "e", locale: "en", zone: "UTC", theme: "system", motion: "system", asksConfidence: true, emailVerified: false,
});
const actors: Record<string, Actor> = {
  anonymous: { kind: "anonymous" }, learner: user(), instructor: user("instructor"), editor: user("editor"), admin: user("admin"),
};
const apps = {
  web: { procedures: webRouter._def.procedures, caller: createWebCaller },
  admin: { procedures: adminRouter._def.procedures, caller: createAdminCaller },
};
type Definition = { meta?: { permission: Permission | "public" }; inputs: unknown[]; output?: z.ZodType };
const list = Object.entries(apps).flatMap(([app, { procedures }]) =>
  Object.entries(procedures as unknown as Record<string, AnyProcedure>).map(([path, procedure]) => ({ app: app as keyof typeof apps, path, def: procedure._def as unknown as Definition })),
);
const of = (app: string) => list.filter((p) => p.app === app);

/** Calls without input: an allowed caller gets as far as the input check and no further. */
async function outcome(app: keyof typeof apps, path: string, actor: Actor): Promise<string> {
  const context = createContext({ actor, requestId: "r", peer: "127.0.0.1", locale: "en", clock: fixedClock("2026-01-01T00:00:00Z") });
  const [router, name] = path.split(".") as [string, string];
  const caller = apps[app].caller(context) as unknown as Record<string, Record<string, (input: unknown) => Promise<unknown>>>;
  try {
    await caller[router]![name]!(undefined);
    return "done";
  } catch (error) {
    if (!(error instanceof TRPCError)) throw error;
    return error.code;
  }
}

test("the walk is awake: it sees the procedures of both apps", () => {
  expect(of("web").length).toBeGreaterThanOrEqual(35);
  expect(of("admin").length).toBeGreaterThanOrEqual(15);
});

describe("permission matrix", () => {
  test.each(list.flatMap(({ app, path, def }) => Object.keys(actors).map((who) => ({ app, path, who, permission: def.meta?.permission }))))(
    "$app $path asked by $who",
    async ({ app, path, who, permission }) => {
      const actor = actors[who]!;
      const allowed = permission === "public" || (permission !== undefined && can(actor, permission));
      const refusal = actor.kind === "anonymous" ? "UNAUTHORIZED" : "FORBIDDEN";
      expect(await outcome(app, path, actor)).toBe(allowed ? "BAD_REQUEST" : refusal);
    },
  );
  test("every permission guards something, or a page does", () => {
    const used = new Set(list.map(({ def }) => def.meta?.permission));
    expect(permissionNames.filter((name) => !used.has(name))).toEqual(["admin.enter"]);
  });
  test("procedures of the desk do not exist on the learners' origin", () => {
    const web = new Set(of("web").map((p) => p.path));
    expect(of("admin").filter((p) => web.has(p.path) && !p.path.startsWith("account."))).toEqual([]);
  });
});

describe("what leaves the server", () => {
  const withSchema = list.map((p) => ({ ...p, schema: p.def.output && (z.toJSONSchema(p.def.output, { unrepresentable: "any", io: "output" }) as Json) }));
  test.each(withSchema)("$app $path has an input and an output schema", ({ def }) => {
    expect(def.inputs).toHaveLength(1);
    expect(def.output).toBeInstanceOf(z.ZodType);
  });
  test.each(withSchema)("$app $path sends no field that its schema does not name", ({ schema }) => {
    expect(openObjects(schema!, [])).toEqual([]);
  });

  const learnerMay = (permission: Permission | "public" | undefined) => permission === "public" || (permission !== undefined && can(actors.learner!, permission));
  const forLearners = withSchema.filter(({ app, def }) => app === "web" && learnerMay(def.meta?.permission));
  test.each(forLearners)("$path tells a learner no key outside of feedback", ({ schema }) => {
    const leaks = properties(schema!, []).filter((path) => keyWords.test(path.at(-1)!) && !path.some((step) => step === "feedback"));
    // tickKeyPoints, submitAnswer and getSubmission carry `feedback`, which the exposure rule empties
    expect(leaks.map((path) => path.join("."))).toEqual([]);
  });
  test.each(withSchema)("$app $path sends no password, token or hash", ({ schema }) => {
    const secrets = properties(schema!, []).filter((path) => /password|token|secret|hash$/i.test(path.at(-1)!));
    expect(secrets).toEqual([]);
  });
});
const keyWords = /^(correct|correctAnswer|key|keys|keyHtml|why|whyHtml|solution|solutionHtml|modelAnswer|modelAnswerHtml|keyPoints|spec|wrong|accept|phrases|truthHtml)$/;

type Json = { [key: string]: unknown };
const children = (schema: Json): [string, Json][] =>
  Object.entries(schema).flatMap(([key, value]): [string, Json][] => {
    if (typeof value !== "object" || value === null) return [];
    if (Array.isArray(value)) return value.filter((v): v is Json => typeof v === "object" && v !== null).map((v) => [key, v]);
    if (key === "properties" || key === "$defs") return Object.entries(value as Record<string, Json>).map(([name, inner]) => [key === "properties" ? `.${name}` : key, inner]);
    return [[key, value as Json]];
  });
function properties(schema: Json, path: string[]): string[][] {
  return children(schema).flatMap(([key, inner]) => {
    const next = key.startsWith(".") ? [...path, key.slice(1)] : path;
    return [...(key.startsWith(".") ? [next] : []), ...properties(inner, next)];
  });
}
function openObjects(schema: Json, path: string[]): string[] {
  // a record names the type of its values; only an object with named fields must be closed
  const open = schema.type === "object" && schema.properties !== undefined && schema.additionalProperties !== false ? [path.join(".") || "(root)"] : [];
  return [...open, ...children(schema).flatMap(([key, inner]) => openObjects(inner, key.startsWith(".") ? [...path, key.slice(1)] : path))];
}

describe("error map", () => {
  test.each(errorCodes)("%s has an HTTP status of a client's fault or of a pause", (code) => {
    const status = getHTTPStatusCodeFromError(new TRPCError({ code: errorMap[code] }));
    expect(status === 503 || (status >= 400 && status < 500)).toBe(true);
  });
  test("a refusal carries its code, and nothing of the stack", async () => {
    const context = createContext({ actor: { kind: "anonymous" }, requestId: "r", peer: "p", locale: "en" });
    const error: unknown = await createWebCaller(context).home.getHome({}).catch((e: unknown) => e);
    expect(error instanceof TRPCError && isDomainError(error.cause) && error.cause.code).toBe("SIGN_IN_REQUIRED");
  });
});
