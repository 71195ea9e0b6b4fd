import type { WebRouter } from "@tidao/api/client";
import type { Outputs } from "@tidao/next-kit/caller";

/** What the procedures answer: `ApiData["home"]["getHome"]`. */
export type ApiData = Outputs<WebRouter>;
