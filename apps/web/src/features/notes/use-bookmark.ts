"use client";
import { useRef, useState } from "react";
import { api } from "../../api";

/**
 * A bookmark that changes at the press and changes back when the server does not take it. Presses go out one after
 * another, so that the last one holds.
 */
export function useBookmark(questionId: string, known: boolean, onProblem: (error: unknown) => void) {
  const [pressed, setPressed] = useState<boolean | null>(null);
  const queue = useRef(Promise.resolve());
  const bookmarked = pressed ?? known;
  const toggle = () => {
    const wanted = !bookmarked;
    setPressed(wanted);
    queue.current = queue.current.then(async () => {
      try {
        await api.bookmarks.setBookmark.mutate({ questionId, bookmarked: wanted });
      } catch (error) {
        setPressed((now) => (now === wanted ? !wanted : now));
        onProblem(error);
      }
    });
  };
  return { bookmarked, toggle };
}
