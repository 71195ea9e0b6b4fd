"use client";
import { formatMessage } from "@tidao/i18n/icu";
import { Icon } from "@tidao/ui/icon";
import { useEffect, useId, useRef, useState } from "react";
import { moveItem } from "../answer-state";
import { PartMark } from "../part-mark";
import { compact, Rendered } from "../rendered";
import { useDragging } from "./use-dragging";
import type { KindProps } from "./kind-props";

interface Move {
  id: string;
  /** Null when it was dragged: then the focus is nobody's to move. */
  direction: "up" | "down" | null;
  position: number;
}

export function Ordering({ question, value, onChange, labels, locale, graded, disabled }: KindProps<"ordering">) {
  const list = useRef<HTMLOListElement>(null);
  const name = useId();
  const [moved, setMoved] = useState<Move | null>(null);
  const ids = value?.itemIds ?? question.items.map(({ id }) => id);
  const say = (template: string, position: number) => formatMessage(locale, template, { position, total: ids.length });

  // the browser drops the focus of a node that React moves
  useEffect(() => {
    if (moved?.direction)
      list.current?.querySelector<HTMLElement>(`[data-move="${moved.id} ${moved.direction}"]`)?.focus();
  }, [moved]);

  const moveTo = (id: string, to: number) => {
    const from = ids.indexOf(id);
    if (disabled || from === to || to < 0 || to >= ids.length) return false;
    onChange({ kind: "ordering", itemIds: moveItem(ids, from, to) });
    return true;
  };
  const press = (id: string, direction: "up" | "down") => {
    const to = ids.indexOf(id) + (direction === "up" ? -1 : 1);
    if (moveTo(id, to)) setMoved({ id, direction, position: to + 1 });
  };

  const { dragged, pickUp } = useDragging({
    list,
    ids,
    enabled: !disabled,
    onMove: (itemIds) => onChange({ kind: "ordering", itemIds }),
    onDrop: (id, position) => setMoved({ id, direction: null, position }),
  });

  return (
    <fieldset className="answer" disabled={disabled}>
      <legend className="answer-legend">{labels.ordering.legend}</legend>
      <ol
        className="ordering"
        ref={list}
        data-open={!disabled || undefined}
        data-dragging={dragged !== null || undefined}
      >
        {ids.map((id, index) => {
          const part = graded?.find((each) => each.id === id);
          return (
            <li
              key={id}
              className={part ? `choice-graded tone-${part.right ? "right" : "wrong"}` : undefined}
              data-item={id}
              data-dragged={dragged === id || undefined}
              onPointerDown={pickUp(id)}
            >
              {!disabled && (
                <span className="ordering-grip">
                  <Icon name="grip" />
                </span>
              )}
              <span className="ordering-position">{index + 1}</span>
              <Rendered
                id={`${name}-${id}`}
                html={question.items.find((item) => item.id === id)?.html ?? ""}
                className={`choice-body ${compact}`}
              />
              {part && <PartMark name={part.right ? "right" : "wrong"} labels={labels} />}
              {!disabled &&
                (["up", "down"] as const).map((direction) => (
                  <button
                    key={direction}
                    type="button"
                    className="button button-quiet button-icon button-small"
                    data-move={`${id} ${direction}`}
                    aria-label={say(labels.ordering[direction], index + 1)}
                    aria-describedby={`${name}-${id}`}
                    // not `disabled`: the focus would be lost at either end
                    aria-disabled={index === (direction === "up" ? 0 : ids.length - 1)}
                    onClick={() => press(id, direction)}
                  >
                    <Icon name={direction === "up" ? "chevron-up" : "chevron-down"} />
                  </button>
                ))}
            </li>
          );
        })}
      </ol>
      {!disabled && <p className="field-hint">{labels.ordering.drag}</p>}
      <p className="sr-only" role="status">
        {moved && say(labels.ordering.moved, moved.position)}
      </p>
    </fieldset>
  );
}
