import { TextField } from "@tidao/ui/text-field";

interface ColleagueFieldProps {
  label: string;
  value: string;
  error: string | null;
  onChange: (email: string) => void;
}

/** The address of somebody else: the browser must not fill in one's own. */
export const ColleagueField = ({ label, value, error, onChange }: ColleagueFieldProps) => (
  <TextField
    label={label}
    type="email"
    autoComplete="off"
    required
    maxLength={254}
    value={value}
    error={error}
    onChange={(event) => onChange(event.target.value)}
  />
);
