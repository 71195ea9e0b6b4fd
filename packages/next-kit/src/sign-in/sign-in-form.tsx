"use client";
import { signIn } from "@tidao/auth/client";
import type { Locale } from "@tidao/kernel";
import { PasswordInput } from "@tidao/ui/password-field";
import { useActionState, useEffect, useRef } from "react";
import { type DoorWords, type Problem, problemSentence } from "./problem-sentence";

interface Words {
  email: string;
  password: string;
  showTyped: string;
  submit: string;
  submitting: string;
  problems: DoorWords;
}
interface State {
  email: string;
  /** To be sent again as it is: whatever went wrong was not the password. */
  password: string;
  problem: Problem | null;
  left: boolean;
}

/** A form action rather than a submit handler: React keeps a press that comes before its code has arrived. */
export function SignInForm({
  locale,
  next,
  error,
  words,
}: {
  locale: Locale;
  next: string;
  error?: string;
  words: Words;
}) {
  const form = useRef<HTMLFormElement>(null);
  const [state, submit, busy] = useActionState(
    async (_: State, data: FormData): Promise<State> => {
      const email = String(data.get("email"));
      const given = String(data.get("password"));
      const result = await signIn(email, given);
      if (!result.ok)
        return { email, password: result.code === "CREDENTIALS_WRONG" ? "" : given, problem: result, left: false };
      // a whole new document: nothing that was rendered for nobody stays
      location.assign(next);
      return { email, password: "", problem: null, left: true };
    },
    { email: "", password: "", problem: error ? { code: error, params: {} } : null, left: false },
  );
  useEffect(() => {
    const password = form.current?.querySelector<HTMLInputElement>("[name=password]");
    if (!state.problem || !state.email || !password) return;
    // React has emptied the form by now, and an attribute would write the password into the page
    password.value = state.password;
    password.focus();
  }, [state]);
  const waiting = busy || state.left;
  return (
    <form ref={form} action={submit} className="grid gap-4">
      <div className="field">
        <label className="field-label" htmlFor="email">
          {words.email}
        </label>
        <input
          id="email"
          name="email"
          type="email"
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          required
          className="input"
          defaultValue={state.email}
        />
      </div>
      <div className="field">
        <label className="field-label" htmlFor="password">
          {words.password}
        </label>
        <PasswordInput
          show={words.showTyped}
          id="password"
          name="password"
          autoComplete="current-password"
          required
          aria-describedby="problem"
        />
      </div>
      {/* room for two lines is there from the start, so that nothing moves when a sentence comes */}
      <p id="problem" role="alert" className="min-h-[3lh] text-sm text-wrong">
        {state.problem && !waiting && problemSentence(locale, state.problem, words.problems)}
      </p>
      <button type="submit" className="button button-primary" aria-busy={waiting} aria-disabled={waiting}>
        {waiting ? words.submitting : words.submit}
      </button>
    </form>
  );
}
