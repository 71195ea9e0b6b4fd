import type { Tone } from "./badge";

const percent = (value: number, max: number) => `${max > 0 ? Math.min(100, Math.max(0, (value / max) * 100)) : 0}%`;

interface MeterProps {
  label: string;
  /** The same in words or figures: "3 of 8". */
  text: string;
  value: number;
  max: number;
  tone?: Exclude<Tone, "neutral">;
}

export function Meter({ label, text, value, max, tone }: MeterProps) {
  return (
    <div className={tone ? `meter tone-${tone}` : "meter"}>
      <span className="meter-words">
        <span>{label}</span>
        {/* only the layout keeps the two apart, which is not heard */}
        <span className="sr-only">: </span>
        <span className="meter-text">{text}</span>
      </span>
      <span
        className="meter-track"
        role="meter"
        aria-label={label}
        aria-valuenow={value}
        aria-valuemin={0}
        aria-valuemax={max}
        aria-valuetext={text}
      >
        <span style={{ width: percent(value, max) }} />
      </span>
    </div>
  );
}

interface ProgressLineProps {
  /** Left out where the same stands beside it in words: nobody wants to hear it twice. */
  label?: string;
  value: number;
  max: number;
}

/** A thin line over a page: how far one is. */
export function ProgressLine({ label, value, max }: ProgressLineProps) {
  const spoken = label
    ? {
        role: "progressbar",
        "aria-label": label,
        "aria-valuenow": value,
        "aria-valuemin": 0,
        "aria-valuemax": max,
        // of a hundred it is a percentage, as screen readers say by themselves
        "aria-valuetext": max === 100 ? undefined : `${value} / ${max}`,
      }
    : { "aria-hidden": true };
  return (
    <div className="progress-line" {...spoken}>
      <span style={{ width: percent(value, max) }} />
    </div>
  );
}
