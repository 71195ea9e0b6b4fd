import { useEffect, useState } from "react";

/** Long enough for the news of the focus to go out by itself. */
const usualMs = 100;

/**
 * Keeps what had the focus in the page for a moment after its time: the focus has then moved on before it goes. Orca, which
 * hears that a part of the page is gone before it hears where the focus went, puts itself there silently: whoever pressed the
 * button that made room for the verdict would not hear the verdict.
 * @param lingerMs more where much else goes with it: Orca takes that in first, a question in a quarter of a second
 */
export function useLingering(present: boolean, lingerMs = usualMs): boolean {
  const [lingers, setLingers] = useState(present);
  useEffect(() => {
    const timer = setTimeout(() => setLingers(present), present ? 0 : lingerMs);
    return () => clearTimeout(timer);
  }, [present, lingerMs]);
  return present || lingers;
}
