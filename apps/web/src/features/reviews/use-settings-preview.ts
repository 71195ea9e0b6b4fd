"use client";
import { useEffect, useState } from "react";
import { api } from "../../api";
import type { ApiData } from "../../api-data";
import type { Reviews } from "./today-card";

type Preview = ApiData["reviews"]["previewSettings"];
/** Somebody who drags a slider is asked for once they rest. */
const rest = 300;

/** What the wished settings would do to the load; null while nothing is changed or nothing is known. */
export function useSettingsPreview(
  wanted: Reviews["settings"] & { reschedule: boolean },
  saved: Reviews["settings"],
): Preview | null {
  const asked = JSON.stringify(wanted);
  const same = asked === JSON.stringify({ ...saved, reschedule: false });
  const [preview, setPreview] = useState<{ asked: string; answer: Preview } | null>(null);
  useEffect(() => {
    if (same) return;
    const gone = new AbortController();
    const timer = setTimeout(() => {
      const input = JSON.parse(asked) as typeof wanted;
      api.reviews.previewSettings
        .query(input, { signal: gone.signal })
        .then((answer) => setPreview({ asked, answer }))
        // a preview that does not come is no failure of saving; the last one stays until the next
        .catch(() => {});
    }, rest);
    return () => {
      clearTimeout(timer);
      gone.abort();
    };
  }, [asked, same]);
  return same ? null : (preview?.answer ?? null);
}
