"use client";
import { useEffect, useRef } from "react";
import { maxPoints } from "./draft-items";

interface PointsFieldProps {
  label: string;
  unit: string;
  points: number;
  onChange: (points: number) => void;
}

const read = (text: string): number | null => {
  const points = Number(text);
  return text !== "" && Number.isInteger(points) && points >= 1 && points <= maxPoints ? points : null;
};

/** Uncontrolled while it is typed into, so that it may be empty for a moment; what is no number of points goes back. */
export function PointsField({ label, unit, points, onChange }: PointsFieldProps) {
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const field = input.current;
    if (field && read(field.value) !== points && field !== document.activeElement) field.value = String(points);
  }, [points]);
  return (
    <label className="flex items-center gap-1.5 text-sm text-muted">
      <input
        ref={input}
        type="number"
        inputMode="numeric"
        min={1}
        max={maxPoints}
        step={1}
        aria-label={label}
        className="input input-small w-14 text-ink tabular-nums"
        defaultValue={points}
        onChange={(event) => {
          const next = read(event.target.value);
          if (next !== null) onChange(next);
        }}
        onBlur={(event) => {
          if (read(event.target.value) === null) event.target.value = String(points);
        }}
      />
      <span aria-hidden>{unit}</span>
    </label>
  );
}
