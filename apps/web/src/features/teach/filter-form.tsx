"use client";
import { useRouter } from "next/navigation";
import { type ReactNode, type SubmitEvent, useEffect, useRef, useTransition } from "react";

interface FilterFormProps {
  /** The page that is filtered; what is chosen becomes its query. */
  path: string;
  className?: string;
  label: string;
  /** What the address says of the fields, by their names: shown after "clear" and after going back. */
  values: Readonly<Record<string, string>>;
  children: ReactNode;
}

/** An ordinary GET form; with a script the page stays where it is, empty fields stay out of the address, and a choice in a list is sent at once. */
export function FilterForm({ path, className, label, values, children }: FilterFormProps) {
  const router = useRouter();
  const form = useRef<HTMLFormElement>(null);
  const said = JSON.stringify(values);
  const shown = useRef(said);
  useEffect(() => {
    // the first page brings its own values, and what was typed before the script woke stays
    if (shown.current === said) return;
    shown.current = said;
    const byName = JSON.parse(said) as typeof values;
    for (const field of form.current?.elements ?? []) {
      // what is being typed when a page arrives is not thrown away, and whoever is in a field stays there
      if (
        !(field instanceof HTMLInputElement || field instanceof HTMLSelectElement) ||
        field === document.activeElement
      )
        continue;
      const value = byName[field.name];
      if (value !== undefined && field.value !== value) field.value = value;
    }
  }, [said]);
  const [pending, start] = useTransition();
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const query = new URLSearchParams();
    for (const [name, value] of new FormData(event.currentTarget))
      if (typeof value === "string" && value.trim()) query.append(name, value.trim());
    start(() => router.push(`${path}?${query}`, { scroll: false }));
  };
  return (
    <form
      ref={form}
      role="search"
      aria-label={label}
      action={path}
      className={className}
      aria-busy={pending}
      onSubmit={submit}
      onChange={(event) => {
        if (event.target instanceof HTMLSelectElement) event.currentTarget.requestSubmit();
      }}
    >
      {children}
    </form>
  );
}
