import { htmlText } from "./charts/html-text";
import { grown } from "./grown";

export type LevelStep = 0 | 1 | 2 | 3 | 4;

/** Nothing to four bars of one hue: the number of bars says what the colour says. `hideText` where a table head says it. */
export function Level({ level, text, hideText }: { level: LevelStep; text: string; hideText?: boolean }) {
  return (
    <span className={`level level-${level}`}>
      <svg width={grown(31)} height={grown(14)} viewBox="0 0 31 14" aria-hidden="true">
        {[1, 2, 3, 4].map((bar) => (
          <rect
            key={bar}
            className={bar <= level ? "level-on" : "level-off"}
            x={(bar - 1) * 8 + 0.5}
            y={11.5 - bar * 2.75}
            width="6"
            height={bar * 2.75 + 2}
            rx="1.5"
          />
        ))}
      </svg>
      <span className={hideText ? "sr-only" : undefined}>{text}</span>
    </span>
  );
}

/** The same for what is written as HTML. */
export const levelHtml = (level: LevelStep, text: string): string =>
  `<span class="level level-${level}"><svg width="${grown(31)}" height="${grown(14)}" viewBox="0 0 31 14" aria-hidden="true">` +
  [1, 2, 3, 4]
    .map(
      (bar) =>
        `<rect class="${bar <= level ? "level-on" : "level-off"}" x="${(bar - 1) * 8 + 0.5}" y="${11.5 - bar * 2.75}" width="6" height="${bar * 2.75 + 2}" rx="1.5"/>`,
    )
    .join("") +
  `</svg><span>${htmlText(text)}</span></span>`;
