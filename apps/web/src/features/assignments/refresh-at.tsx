"use client";
import { useRouter } from "next/navigation";
import { useTimeLeft } from "./use-time-left";

/** Shows the page anew when the time has come at which it says something else, by the server's clock. */
export function RefreshAt({ at, now }: { at: string; now: string }) {
  const router = useRouter();
  useTimeLeft({ at, now }, { ask: () => router.refresh() });
  return null;
}
