import { describe, expect, it } from "vitest";
import { databaseOf, givenConnection, withDatabase, withoutPassword, withRole } from "./connection";

describe("the application's way into a database that someone gave", () => {
  it("is the same url in the application's role", () => {
    expect(givenConnection({ DATABASE_URL: "postgres://me:pw@db:5432/course" })).toEqual({
      ownerUrl: "postgres://me:pw@db:5432/course",
      appUrl: "postgres://me:pw@db:5432/course?options=-c%20role%3Dtidao_app",
    });
  });

  it("keeps the options that are there", () => {
    expect(new URL(withRole("postgres://db/x?options=-c%20jit%3Doff&sslmode=require")).searchParams).toEqual(
      new URLSearchParams({ options: "-c jit=off -c role=tidao_app", sslmode: "require" }),
    );
  });

  it("is a login of its own when there is one", () => {
    const env = { DATABASE_URL: "postgres://me@db/course", DATABASE_APP_URL: "postgres://app@db/course" };
    expect(givenConnection(env)?.appUrl).toBe("postgres://app@db/course");
  });

  it.each(["nonsense", "mysql://a@b/c", "localhost:5432/course"])("is told how it is written when it is %s", (url) => {
    expect(() => givenConnection({ DATABASE_URL: url })).toThrow(/postgres:\/\/user:password@host/);
    expect(() => givenConnection({ DATABASE_URL: "postgres://db/x", DATABASE_APP_URL: url })).toThrow(
      /^DATABASE_APP_URL/,
    );
  });

  it("is none when nothing was given: then PostgreSQL comes along", () => {
    expect(givenConnection({})).toBeNull();
    expect(givenConnection({ DATABASE_URL: "" })).toBeNull();
  });
});

it("a url names a database, and another one beside it", () => {
  expect(databaseOf("postgres://db/a%20b?x=1")).toBe("a b");
  expect(databaseOf("postgres://db")).toBe("postgres");
  expect(withDatabase("postgres://me:pw@db/a?sslmode=require", "b")).toBe("postgres://me:pw@db/b?sslmode=require");
});

it("a url is printed without its password", () => {
  expect(withoutPassword("postgres://me:pw@db:1/a?options=x")).toBe("postgres://me@db:1/a");
});
