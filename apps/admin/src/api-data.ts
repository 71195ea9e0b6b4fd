import type { AdminRouter } from "@tidao/api/client";
import type { Inputs, Outputs } from "@tidao/next-kit/caller";

/** What the procedures answer: `ApiData["users"]["getUser"]`. */
export type ApiData = Outputs<AdminRouter>;
/** What they are asked with. */
export type ApiInput = Inputs<AdminRouter>;
