import { extendTailwindMerge } from "tailwind-merge";

const merge = extendTailwindMerge({ extend: { theme: { radius: ["sm", "lg"], shadow: ["float"] } } });

/** Joins utility classes; of two that contradict each other the later stays. 8 KB in a browser: for server components. */
export const cn = (...names: (string | false | null | undefined)[]): string => merge(names.filter(Boolean).join(" "));
