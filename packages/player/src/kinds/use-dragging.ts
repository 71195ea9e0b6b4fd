import { type PointerEvent as Press, type RefObject, useEffect, useRef, useState } from "react";

/**
 * Where a dragged item comes to stand: below every other item whose middle lies above the pointer.
 * @param middles of the items in their order, in pixels from the top; that of the dragged one does not count
 */
export const placeUnder = (y: number, middles: readonly number[], dragged: number): number =>
  middles.filter((middle, index) => index !== dragged && middle < y).length;

interface Drag {
  id: string;
  /** As it was when it was picked up: Escape puts it back. */
  before: string[];
}
interface DraggingOptions {
  list: RefObject<HTMLElement | null>;
  ids: string[];
  enabled: boolean;
  onMove: (ids: string[]) => void;
  /** Put down, at a place counted from one. */
  onDrop: (id: string, position: number) => void;
}
const edge = 48;

/**
 * Dragging by mouse, pen or finger. A finger takes hold of the grip alone, as elsewhere it scrolls the page. Listens on the
 * document: the dragged element itself moves about in it.
 */
export function useDragging({ list, ids, enabled, onMove, onDrop }: DraggingOptions) {
  const [drag, setDrag] = useState<Drag | null>(null);
  const latest = useRef({ ids, onMove, onDrop });
  useEffect(() => {
    latest.current = { ids, onMove, onDrop };
  });
  useEffect(() => {
    if (!drag) return;
    const move = (event: PointerEvent) => {
      event.preventDefault();
      const now = latest.current;
      // the items as they are drawn now, which may be a moment behind the order in hand
      const items = [...(list.current?.querySelectorAll<HTMLElement>(":scope > [data-item]") ?? [])];
      const middles = items.map((item) => {
        const { top, height } = item.getBoundingClientRect();
        return top + height / 2;
      });
      const drawn = items.findIndex((item) => item.dataset["item"] === drag.id);
      const to = placeUnder(event.clientY, middles, drawn);
      if (event.clientY < edge) window.scrollBy(0, -edge / 4);
      else if (event.clientY > window.innerHeight - edge) window.scrollBy(0, edge / 4);
      if (to === now.ids.indexOf(drag.id)) return;
      const next = now.ids.filter((id) => id !== drag.id);
      next.splice(to, 0, drag.id);
      now.ids = next;
      now.onMove(next);
    };
    const drop = () => {
      latest.current.onDrop(drag.id, latest.current.ids.indexOf(drag.id) + 1);
      setDrag(null);
    };
    const back = (event: Event) => {
      if (event instanceof KeyboardEvent && event.key !== "Escape") return;
      latest.current.onMove(drag.before);
      setDrag(null);
    };
    document.addEventListener("pointermove", move);
    document.addEventListener("pointerup", drop);
    document.addEventListener("pointercancel", back);
    document.addEventListener("keydown", back);
    return () => {
      document.removeEventListener("pointermove", move);
      document.removeEventListener("pointerup", drop);
      document.removeEventListener("pointercancel", back);
      document.removeEventListener("keydown", back);
    };
  }, [drag, list]);
  const pickUp = (id: string) => (event: Press<HTMLElement>) => {
    const { target } = event;
    if (!enabled || event.button !== 0 || !(target instanceof Element) || target.closest("button, a")) return;
    if (event.pointerType === "touch" && !target.closest(".ordering-grip")) return;
    // no text is selected on the way
    event.preventDefault();
    setDrag({ id, before: ids });
  };
  return { dragged: drag?.id ?? null, pickUp };
}
