import type { Messages } from "@tidao/i18n";
import { TextField } from "@tidao/ui/text-field";

interface FieldProps {
  words: Messages["teach"]["assign"];
  value: string;
  onChange: (value: string) => void;
}

export const TitleField = ({ words, hint, value, onChange }: FieldProps & { hint?: string }) => (
  <TextField
    label={words.name}
    hint={hint}
    value={value}
    required
    pattern=".*\S.*"
    maxLength={160}
    autoComplete="off"
    onChange={(event) => onChange(event.target.value)}
  />
);

export const AttemptsField = ({ words, warning, value, onChange }: FieldProps & { warning?: string }) => (
  <TextField
    label={words.attempts}
    hint={words.attemptsHint}
    warning={warning}
    type="number"
    inputMode="numeric"
    min={1}
    max={20}
    step={1}
    required
    className="max-w-28 tabular-nums"
    value={value}
    onChange={(event) => onChange(event.target.value)}
  />
);
