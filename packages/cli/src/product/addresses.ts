import { Trouble } from "../terminal/trouble";

export interface Addresses {
  host: string;
  webPort: number;
  adminPort: number;
}

const portFrom = (env: NodeJS.ProcessEnv, variable: string, fallback: number) => {
  const given = env[variable];
  if (!given) return fallback;
  const port = Number(given);
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
  throw new Trouble(
    `${variable} is "${given}", which is no port.`,
    `For example: ${variable}=${fallback + 100} npm start`,
  );
};

/** Where the product is served: HOST, WEB_PORT and ADMIN_PORT, or this machine only, 3000 and 3001. */
export function addressesFrom(env: NodeJS.ProcessEnv): Addresses {
  const host = env["HOST"] || "127.0.0.1";
  const webPort = portFrom(env, "WEB_PORT", 3000);
  const adminPort = portFrom(env, "ADMIN_PORT", 3001);
  if (webPort === adminPort) throw new Trouble(`WEB_PORT and ADMIN_PORT are both ${webPort}.`, "Choose two ports.");
  return { host, webPort, adminPort };
}

export const localUrl = (port: number) => `http://localhost:${port}`;
