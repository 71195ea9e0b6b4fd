"use client";
import { signInWith } from "@tidao/auth/client";

export function ProviderButtons({
  providers,
  next,
  or,
}: {
  providers: { id: string; label: string }[];
  next: string;
  or: string;
}) {
  return (
    <div className="grid gap-3">
      <p className="text-center text-sm text-muted">{or}</p>
      {providers.map(({ id, label }) => (
        <button key={id} type="button" className="button button-secondary" onClick={() => void signInWith(id, next)}>
          {label}
        </button>
      ))}
    </div>
  );
}
