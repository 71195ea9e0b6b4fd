import { grown } from "./grown";
import { join } from "./join";

/** Shapes that say the same as a colour: filled discs, told apart by outline and by what is cut out of them. */
const shapes = {
  right: `<path d="M8 0a8 8 0 1 1 0 16A8 8 0 0 1 8 0Zm3.6 4.9-4.7 5.2-2.5-2.4-1.1 1.2 3.7 3.5 5.8-6.4Z"/>`,
  partial: `<circle cx="8" cy="8" r="7" fill="none" stroke="currentColor" stroke-width="2"/><path d="M8 1a7 7 0 0 1 0 14Z"/>`,
  wrong: `<path d="M4.7 0h6.6L16 4.7v6.6L11.3 16H4.7L0 11.3V4.7Zm.6 4.2L4.2 5.3 6.9 8l-2.7 2.7 1.1 1.1L8 9.1l2.7 2.7 1.1-1.1L9.1 8l2.7-2.7-1.1-1.1L8 6.9Z"/>`,
  pending: `<circle cx="8" cy="8" r="7" fill="none" stroke="currentColor" stroke-width="2" stroke-dasharray="3.4 2.1"/><circle cx="8" cy="8" r="2.25"/>`,
  skipped: `<path d="M8 0a8 8 0 1 1 0 16A8 8 0 0 1 8 0ZM3.9 4.6 7.2 8l-3.3 3.4 1.1 1.1L9.4 8 5 3.5Zm4.2 0L11.4 8l-3.3 3.4 1.1 1.1L13.6 8 9.2 3.5Z"/>`,
  warning: `<path d="M8 .8 16 15.2H0Zm-.9 5 .3 4.4h1.2l.3-4.4Zm.9 5.6a1 1 0 1 0 0 2 1 1 0 0 0 0-2Z"/>`,
  info: `<path d="M8 0a8 8 0 1 1 0 16A8 8 0 0 1 8 0ZM7.1 6.9v5.4h1.8V6.9ZM8 3.5a1.1 1.1 0 1 0 0 2.2 1.1 1.1 0 0 0 0-2.2Z"/>`,
} as const;

export type MarkShape = keyof typeof shapes;

export function Mark({ shape, size = 16, className }: { shape: MarkShape; size?: number; className?: string }) {
  return (
    <svg
      width={grown(size)}
      height={grown(size)}
      viewBox="0 0 16 16"
      fill="currentColor"
      fillRule="evenodd"
      aria-hidden="true"
      className={join("flex-none", className)}
      // oxlint-disable-next-line react/no-danger -- drawn above
      dangerouslySetInnerHTML={{ __html: shapes[shape] }}
    />
  );
}

/** The same for what is written as HTML. */
export const markHtml = (shape: MarkShape, size = 16): string =>
  `<svg width="${grown(size)}" height="${grown(size)}" viewBox="0 0 16 16" fill="currentColor" fill-rule="evenodd" aria-hidden="true" class="flex-none">${shapes[shape]}</svg>`;
