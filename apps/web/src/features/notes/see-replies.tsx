"use client";
import { useRouter } from "next/navigation";
import { useEffect } from "react";

/** The replies stand before the learner: home need not tell of them any more. The API client is loaded only then. */
export function SeeReplies() {
  const router = useRouter();
  useEffect(() => {
    const see = async () => {
      const { api } = await import("../../api");
      await api.reports.seeReplies.mutate({});
      router.refresh();
    };
    // nobody pressed anything: when it fails, home tells of them once more
    see().catch(() => undefined);
  }, [router]);
  return null;
}
