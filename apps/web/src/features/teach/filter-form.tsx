"use client";
import { useRouter } from "next/navigation";
import { type ReactNode, type SubmitEvent, useTransition } from "react";

interface FilterFormProps {
  /** The page that is filtered; what is chosen becomes its query. */
  path: string;
  className?: string;
  label: string;
  children: ReactNode;
}

/** An ordinary GET form; with a script the page stays where it is, empty fields stay out of the address, and a choice in a list is sent at once. */
export function FilterForm({ path, className, label, children }: FilterFormProps) {
  const router = useRouter();
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
