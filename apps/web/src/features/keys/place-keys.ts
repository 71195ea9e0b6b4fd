/** "g", then one of these, goes there: the first letter of the English name, or the nearest one that is free. */
export const placeKeys = {
  home: { key: "h", path: "/" },
  paths: { key: "p", path: "/paths" },
  topics: { key: "t", path: "/topics" },
  practice: { key: "q", path: "/practice" },
  reviews: { key: "r", path: "/reviews" },
  plan: { key: "d", path: "/plan" },
  assignments: { key: "a", path: "/assignments" },
  analytics: { key: "s", path: "/analytics" },
  notes: { key: "n", path: "/notes" },
  account: { key: "u", path: "/account" },
} as const;
export type Place = keyof typeof placeKeys;
