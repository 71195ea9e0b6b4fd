"use client";
import { signUp } from "@tidao/auth/client";
import { isLocale, type Locale, locales } from "@tidao/kernel";
import { PasswordInput } from "@tidao/ui/password-field";
import { useActionState, useEffect, useRef } from "react";
import { inLanguage } from "../locale/return-path";
import { type DoorWords, type Problem, problemSentence } from "./problem-sentence";

interface Words {
  name: string;
  nameHint: string;
  email: string;
  password: string;
  passwordHint: string;
  showTyped: string;
  language: string;
  languages: Record<Locale, string>;
  submit: string;
  submitting: string;
  problems: DoorWords;
}
interface State {
  typed: { name: string; email: string; locale: Locale };
  /** To be sent again as it is, where something else was wrong. */
  password: string;
  problem: Problem | null;
  left: boolean;
}
type FieldName = "name" | "email" | "password";

/** The field that a problem is about; it gets the sentence and the focus. */
function fieldOf({ code, params }: Problem): FieldName | null {
  if (code === "PASSWORD_TOO_WEAK") return "password";
  if (code === "EMAIL_TAKEN") return "email";
  const { field } = params;
  return field === "name" || field === "email" || field === "password" ? field : null;
}

interface Props {
  locale: Locale;
  next: string;
  nameMax: number;
  passwordMin: number;
  words: Words;
}

export function SignUpForm({ locale, next, nameMax, passwordMin, words }: Props) {
  const form = useRef<HTMLFormElement>(null);
  const [state, submit, busy] = useActionState(
    async (_: State, data: FormData): Promise<State> => {
      const chosen = data.get("locale");
      const typed = {
        name: String(data.get("name")),
        email: String(data.get("email")),
        locale: isLocale(chosen) ? chosen : locale,
      };
      const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
      const given = String(data.get("password"));
      const result = await signUp({ ...typed, password: given, zone });
      if (!result.ok)
        return { typed, password: fieldOf(result) === "password" ? "" : given, problem: result, left: false };
      // the page to come back to, in the language that was chosen
      location.assign(inLanguage(next, typed.locale));
      return { typed, password: "", problem: null, left: true };
    },
    { typed: { name: "", email: "", locale }, password: "", problem: null, left: false },
  );
  const waiting = busy || state.left;
  const problem = waiting ? null : state.problem;
  const at = problem && fieldOf(problem);
  const sentence = problem && problemSentence(locale, problem, words.problems);
  useEffect(() => {
    if (!state.problem) return;
    const find = (name: FieldName) => form.current?.querySelector<HTMLInputElement>(`[name=${name}]`);
    // React has emptied the form by now, and an attribute would write the password into the page
    const password = find("password");
    if (password) password.value = state.password;
    const wrong = fieldOf(state.problem);
    if (wrong) find(wrong)?.focus();
  }, [state]);

  const common = (name: FieldName) => ({
    id: name,
    name,
    required: true,
    "aria-invalid": at === name || undefined,
    "aria-describedby": `${name}-note`,
  });
  const field = (name: FieldName, label: string, hint: string | null, input: React.ReactNode) => (
    <div className="field">
      <label className="field-label" htmlFor={name}>
        {label}
      </label>
      {input}
      {/* hint and complaint share one place, of constant height */}
      <p
        id={`${name}-note`}
        role={at === name ? "alert" : undefined}
        className={`min-h-[2lh] text-sm ${at === name ? "text-wrong" : "text-muted"}`}
      >
        {at === name ? sentence : hint}
      </p>
    </div>
  );

  return (
    <form ref={form} action={submit} className="grid gap-2">
      {field(
        "name",
        words.name,
        words.nameHint,
        <input
          {...common("name")}
          className="input"
          autoComplete="name"
          pattern=".*\S.*"
          maxLength={nameMax}
          defaultValue={state.typed.name}
        />,
      )}
      {field(
        "email",
        words.email,
        null,
        <input
          {...common("email")}
          className="input"
          type="email"
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          defaultValue={state.typed.email}
        />,
      )}
      {field(
        "password",
        words.password,
        words.passwordHint,
        <PasswordInput
          {...common("password")}
          show={words.showTyped}
          autoComplete="new-password"
          minLength={passwordMin}
        />,
      )}
      <fieldset className="grid gap-1">
        <legend className="field-label">{words.language}</legend>
        <div className="flex gap-5">
          {locales.map((choice) => (
            <label key={choice} className="flex items-center gap-2">
              <input type="radio" name="locale" value={choice} defaultChecked={state.typed.locale === choice} />
              <span lang={choice === "zh" ? "zh-CN" : "en"}>{words.languages[choice]}</span>
            </label>
          ))}
        </div>
      </fieldset>
      <p role="alert" className="min-h-[2lh] text-sm text-wrong">
        {!at && sentence}
      </p>
      <button type="submit" className="button button-primary" aria-busy={waiting} aria-disabled={waiting}>
        {waiting ? words.submitting : words.submit}
      </button>
    </form>
  );
}
