import { useEffect, useState } from "react";

/** Long enough for the news of the focus to go out by itself. */
const lingerMs = 100;

/**
 * Keeps what had the focus in the page for a moment after its time: the focus has then moved on before it goes. Orca, which
 * hears that a part of the page is gone before it hears where the focus went, puts itself there silently: whoever pressed the
 * button that made room for the verdict would not hear the verdict.
 */
export function useLingering(present: boolean): boolean {
  const [lingers, setLingers] = useState(present);
  useEffect(() => {
    const timer = setTimeout(() => setLingers(present), present ? 0 : lingerMs);
    return () => clearTimeout(timer);
  }, [present]);
  return present || lingers;
}
