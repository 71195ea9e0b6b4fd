/** Apart from `app`, for error boundaries: they are in every page's script and need nothing else. */
export const failed = {
  title: "This page could not be shown",
  body: "The fault is ours and has been recorded. Nothing that you submitted is lost.",
  id: "Error number: {id}",
  retry: "Try again",
} as const;
