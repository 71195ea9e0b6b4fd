import { Trouble } from "../terminal/trouble";

/**
 * PostgreSQL refuses to run as root, so there are several ways to run it:
 * - self: an ordinary user runs it;
 * - nobody: root hands it to `nobody`, who can reach the checkout;
 * - namespace: `nobody` cannot (a checkout under a closed /root), so root runs it in a user namespace in which
 *   root is called nobody;
 * - copy: there are no user namespaces either (Docker's default seccomp profile), so the binaries and the data
 *   move to a place that `nobody` can reach.
 */
export const ways = ["self", "nobody", "namespace", "copy"] as const;
export type Way = (typeof ways)[number];

export interface WayFacts {
  isRoot: boolean;
  nobodyReaches: boolean;
  namespaceReaches: boolean;
  /** TIDAO_POSTGRES_WAY */
  forced?: string | undefined;
}

const isWay = (name: string): name is Way => ways.some((way) => way === name);

export function chooseWay({ isRoot, nobodyReaches, namespaceReaches, forced }: WayFacts): Way {
  if (forced) return checkedForcedWay(forced, isRoot);
  if (!isRoot) return "self";
  if (nobodyReaches) return "nobody";
  return namespaceReaches ? "namespace" : "copy";
}

function checkedForcedWay(forced: string, isRoot: boolean): Way {
  if (!isWay(forced)) {
    throw new Trouble(`TIDAO_POSTGRES_WAY is "${forced}".`, `Use one of ${ways.join(", ")}, or leave it unset.`);
  }
  if (isRoot && forced === "self") {
    throw new Trouble("TIDAO_POSTGRES_WAY is self, but PostgreSQL refuses to run as root.", "Leave it unset.");
  }
  if (!isRoot && forced !== "self") {
    throw new Trouble(`TIDAO_POSTGRES_WAY is ${forced}, which only root can do.`, "Leave it unset.");
  }
  return forced;
}
