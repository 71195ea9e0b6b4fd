import { expect, it } from "vitest";
import { addressesFrom } from "./addresses";

it("the product is served to this machine only, on 3000 and 3001, unless told otherwise", () => {
  expect(addressesFrom({})).toEqual({ host: "127.0.0.1", webPort: 3000, adminPort: 3001 });
  expect(addressesFrom({ HOST: "0.0.0.0", WEB_PORT: "80", ADMIN_PORT: "81" })).toEqual({
    host: "0.0.0.0",
    webPort: 80,
    adminPort: 81,
  });
});

it("a port that is none is named", () => {
  expect(() => addressesFrom({ WEB_PORT: "http" })).toThrow(/WEB_PORT is "http"/);
  expect(() => addressesFrom({ ADMIN_PORT: "70000" })).toThrow(/ADMIN_PORT/);
  expect(() => addressesFrom({ WEB_PORT: "3001" })).toThrow(/both 3001/);
});
