"use client";
import { type ComponentType, useEffect, useRef, useState } from "react";

/**
 * A part of a page whose code comes with the press that opens it. Without a connection that press fails, and the next one
 * tries anew; `lazy` would keep the failure, and take the page down with it.
 */
export function loadedOnPress<P extends object>(load: () => Promise<{ default: ComponentType<P> }>) {
  let part: ComponentType<P> | null = null;
  return function LoadedOnPress({ onUnreachable, ...props }: P & { onUnreachable: () => void }) {
    const [Part, setPart] = useState(() => part);
    const fail = useRef(onUnreachable);
    useEffect(() => {
      fail.current = onUnreachable;
    });
    useEffect(() => {
      if (part) return;
      let gone = false;
      load().then(
        (loaded) => {
          part = loaded.default;
          if (!gone) setPart(() => part);
        },
        () => !gone && fail.current(),
      );
      return () => {
        gone = true;
      };
    }, []);
    return Part && <Part {...(props as unknown as P)} />;
  };
}
