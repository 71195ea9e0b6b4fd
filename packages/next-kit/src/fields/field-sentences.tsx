"use client";
import { useEffect } from "react";
import { type FieldWords, fieldSentence } from "./field-sentence";

type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;
const isControl = (target: EventTarget | null): target is Control =>
  target instanceof HTMLInputElement || target instanceof HTMLSelectElement || target instanceof HTMLTextAreaElement;

/**
 * Browsers check what a form asks for, show it at the field and move the focus there, but in their own language: here
 * they get the page's words for it, for all forms at once.
 */
export function FieldSentences({ words }: { words: FieldWords }) {
  useEffect(() => {
    const speak = ({ target }: Event) => {
      if (!isControl(target)) return;
      target.setCustomValidity("");
      target.setCustomValidity(fieldSentence(target, words) ?? "");
    };
    // a sentence of ours makes a field invalid by itself: it goes when something is typed and before a form is tried again
    const hush = ({ target }: Event) => isControl(target) && target.setCustomValidity("");
    const hushAll = ({ target }: Event) => {
      const button = target instanceof Element && target.closest<HTMLButtonElement>("button, input[type=submit]");
      for (const field of button ? (button.form?.elements ?? []) : [])
        if (isControl(field)) field.setCustomValidity("");
    };
    const listeners = [
      ["invalid", speak],
      ["input", hush],
      ["change", hush],
      ["click", hushAll],
    ] as const;
    for (const [name, listener] of listeners) document.addEventListener(name, listener, true);
    return () => {
      for (const [name, listener] of listeners) document.removeEventListener(name, listener, true);
    };
  }, [words]);
  return null;
}
