"use client";
import type { Messages } from "@tidao/i18n";
import { formatDuration } from "@tidao/i18n/format";
import { formatMessage } from "@tidao/i18n/icu";
import type { Locale } from "@tidao/kernel";
import { Icon } from "@tidao/ui/icon";
import { Mark } from "@tidao/ui/mark";
import { AppLink } from "@tidao/next-kit/app-link";
import { useState } from "react";
import { StemExcerpt } from "../stem-excerpt";
import { changeItem, type DraftItem } from "./draft-items";
import { PointsField } from "./points-field";
import { useSetDraft } from "./set-draft";
import { VersionField } from "./version-field";

interface SetItemProps {
  item: DraftItem;
  index: number;
  last: number;
  words: Messages["teach"]["set"];
  kinds: Messages["questionKinds"];
  locale: Locale;
  previewHref: string;
  isDragged: boolean;
  onMove: (direction: "up" | "down") => void;
  onRemove: () => void;
  onDrag: (questionId: string | null) => void;
  onDragOver: () => void;
}

export function SetItem({
  item,
  index,
  last,
  words,
  kinds,
  locale,
  previewHref,
  isDragged,
  onMove,
  onRemove,
  onDrag,
  onDragOver,
}: SetItemProps) {
  const { change } = useSetDraft();
  // only the grip drags: text and numbers in a row stay selectable
  const [gripped, setGripped] = useState(false);
  const { questionId, points, question } = item;
  const position = index + 1;
  const say = (sentence: string) => formatMessage(locale, sentence, { position });
  const move = (direction: "up" | "down", atEnd: boolean) => (
    <button
      type="button"
      className="button button-quiet button-icon button-small aria-disabled:bg-transparent aria-disabled:opacity-40"
      data-press={`${direction} ${questionId}`}
      aria-label={say(words[direction])}
      // not `disabled`: the focus would be lost at either end
      aria-disabled={atEnd}
      onClick={() => onMove(direction)}
    >
      <Icon name={direction === "up" ? "chevron-up" : "chevron-down"} />
    </button>
  );
  return (
    <li
      className={`grid grid-cols-[auto_minmax(0,1fr)] gap-x-2 gap-y-2 py-3 ${isDragged ? "opacity-50" : ""}`}
      draggable={gripped}
      onDragStart={(event) => {
        event.dataTransfer.effectAllowed = "move";
        onDrag(questionId);
      }}
      onDragEnd={() => {
        setGripped(false);
        onDrag(null);
      }}
      onDragOver={(event) => {
        event.preventDefault();
        onDragOver();
      }}
    >
      <span
        aria-hidden
        className="flex cursor-grab items-start gap-1 pt-0.5 text-muted tabular-nums"
        onPointerDown={() => setGripped(true)}
        onPointerUp={() => setGripped(false)}
      >
        <Icon name="grip" className="mt-1" />
        <span className="min-w-5 text-end">{position}</span>
      </span>
      {question ? (
        <div className="grid min-w-0 gap-1">
          <StemExcerpt html={question.stemHtml} short />
          <p className="flex flex-wrap items-baseline gap-x-3 text-sm text-muted">
            <span>
              {kinds[question.kind]} · {formatDuration(locale, question.expectedSeconds)}
            </span>
            <AppLink
              className="link inline-flex min-h-6 items-center"
              href={`${previewHref}&v=${question.versionId}`}
              scroll={false}
              aria-label={`${words.preview} ${position}`}
            >
              {words.preview}
            </AppLink>
          </p>
        </div>
      ) : (
        <p className="flex gap-2 text-sm">
          <Mark shape="warning" className="mt-0.5 flex-none text-warning" />
          <span className="min-w-0">
            <span className="font-mono wrap-anywhere">{questionId}</span>
            {" – "}
            {words.retired}
          </span>
        </p>
      )}
      <div className="col-span-2 flex flex-wrap items-center gap-2 ps-11 max-sm:ps-5 [&>.select]:min-w-24">
        <PointsField
          label={say(words.pointsOf)}
          unit={words.pointsShort}
          points={points}
          onChange={(next) => change((items) => changeItem(items, questionId, { points: next }))}
        />
        <VersionField
          item={item}
          label={say(words.versionOf)}
          words={words}
          locale={locale}
          onChange={(pin) => change((items) => changeItem(items, questionId, { pin }))}
        />
        <span className="ms-auto flex flex-none items-center">
          {move("up", index === 0)}
          {move("down", index === last)}
          <button
            type="button"
            className="button button-quiet button-icon button-small"
            data-press={`remove ${questionId}`}
            aria-label={say(words.remove)}
            onClick={onRemove}
          >
            <Icon name="close" />
          </button>
        </span>
      </div>
    </li>
  );
}
