import { describe, expect, it } from "vitest";
import { chooseWay } from "./way";

const root = { isRoot: true, nobodyReaches: false, namespaceReaches: false };

describe("the way PostgreSQL is run", () => {
  it("is the user's own when the user is not root", () => {
    expect(chooseWay({ isRoot: false, nobodyReaches: true, namespaceReaches: true })).toBe("self");
  });

  it("is nobody's when nobody can reach the checkout, whether or not namespaces work", () => {
    expect(chooseWay({ ...root, nobodyReaches: true })).toBe("nobody");
    expect(chooseWay({ ...root, nobodyReaches: true, namespaceReaches: true })).toBe("nobody");
  });

  it("is a user namespace when root's home is closed to others", () => {
    expect(chooseWay({ ...root, namespaceReaches: true })).toBe("namespace");
  });

  it("is a copy elsewhere when the home is closed and there are no user namespaces", () => {
    expect(chooseWay(root)).toBe("copy");
  });

  it("can be forced to any way that the user is able to take", () => {
    expect(chooseWay({ ...root, nobodyReaches: true, forced: "copy" })).toBe("copy");
    expect(chooseWay({ ...root, forced: "nobody" })).toBe("nobody");
    expect(chooseWay({ ...root, isRoot: false, forced: "self" })).toBe("self");
  });

  it("cannot be forced to what the user is unable to do, and the message says so", () => {
    expect(() => chooseWay({ ...root, forced: "self" })).toThrow(/refuses to run as root/);
    expect(() => chooseWay({ ...root, isRoot: false, forced: "nobody" })).toThrow(/only root/);
    expect(() => chooseWay({ ...root, forced: "docker" })).toThrow(/self, nobody, namespace, copy/);
  });
});
