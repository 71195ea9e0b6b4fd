import { grown } from "./grown";

/** Line icons on a 16 grid, drawn here: an icon library would bring its own client component with each. */
const paths = {
  "arrow-right": "M3 8h10M9 4l4 4-4 4",
  "arrow-left": "M13 8H3m4-4L3 8l4 4",
  "chevron-right": "m6 3 5 5-5 5",
  "chevron-left": "m10 3-5 5 5 5",
  "chevron-down": "m3 6 5 5 5-5",
  "chevron-up": "m3 10 5-5 5 5",
  plus: "M8 3v10M3 8h10",
  close: "m4 4 8 8m0-8-8 8",
  check: "m3 8.5 3.5 3.5L13 4.5",
  search: "M7 2.5a4.5 4.5 0 1 1 0 9 4.5 4.5 0 0 1 0-9Zm3.3 7.8 3.2 3.2",
  menu: "M2.5 4.5h11m-11 3.5h11m-11 3.5h11",
  grip: "M6 3.5h.01M10 3.5h.01M6 8h.01M10 8h.01M6 12.5h.01M10 12.5h.01",
  external: "M9 2.5h4.5V7m0-4.5L7.5 8.5M6.5 3.5h-4v10h10v-4",
  download: "M8 2v8.5M4.5 7 8 10.5 11.5 7M2.5 13.5h11",
  copy: "M5.5 5.5h8v8h-8ZM10.5 5.5v-3h-8v8h3",
  edit: "m10.5 3 2.5 2.5L6 12.5l-3.2.7.7-3.2Z",
  trash: "M3 4.5h10M6.5 4.5v-2h3v2m-5.5 0 .6 9h6.8l.6-9M6.7 7v4m2.6-4v4",
  undo: "M5.5 3 2.5 6l3 3m-3-3h7a4 4 0 0 1 0 8H6",
  clock: "M8 2a6 6 0 1 1 0 12A6 6 0 0 1 8 2Zm0 2.8V8l2.3 1.6",
  book: "M2.5 3h4A1.5 1.5 0 0 1 8 4.5 1.5 1.5 0 0 1 9.5 3h4v9.5h-4A1.5 1.5 0 0 0 8 14a1.5 1.5 0 0 0-1.5-1.5h-4ZM8 4.5V14",
  user: "M8 2.5a2.75 2.75 0 1 1 0 5.5 2.75 2.75 0 0 1 0-5.5ZM2.5 14c.5-2.8 2.6-4 5.5-4s5 1.2 5.5 4",
  language: "M2 4h7M5.5 2.5V4m2.3 0c-.6 2.8-2.6 5-5.3 6.2M3.8 6.3c1 1.6 2.4 2.7 4 3.4M7.5 14l3-7 3 7m-5-2.3h4",
  bookmark: "M4 2.5h8v11L8 10.5l-4 3Z",
  flag: "M3.5 14V2.5h8.5L10 5.75 12 9H3.5",
  list: "M6 4h7.5M6 8h7.5M6 12h7.5M2.5 4h.01M2.5 8h.01M2.5 12h.01",
  eye: "M1.5 8C3 5.2 5.2 3.8 8 3.8S13 5.2 14.5 8C13 10.8 10.8 12.2 8 12.2S3 10.8 1.5 8ZM8 6a2 2 0 1 1 0 4 2 2 0 0 1 0-4Z",
  "eye-off":
    "M1.5 8C3 5.2 5.2 3.8 8 3.8S13 5.2 14.5 8C13 10.8 10.8 12.2 8 12.2S3 10.8 1.5 8ZM8 6a2 2 0 1 1 0 4 2 2 0 0 1 0-4ZM2.5 13.5l11-11",
  theme: "M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2Zm0 0v12",
} as const;

export type IconName = keyof typeof paths;

export function Icon({ name, size = 16, className }: { name: IconName; size?: number; className?: string }) {
  return (
    <svg
      width={grown(size)}
      height={grown(size)}
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth={name === "grip" ? 2.2 : 1.5}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      className={className}
    >
      <path d={paths[name]} />
    </svg>
  );
}

/** The same for what is written as HTML. */
export const iconHtml = (name: IconName, size = 16): string =>
  `<svg width="${grown(size)}" height="${grown(size)}" viewBox="0 0 16 16" fill="none" stroke="currentColor" stroke-width="1.5" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true"><path d="${paths[name]}"/></svg>`;
