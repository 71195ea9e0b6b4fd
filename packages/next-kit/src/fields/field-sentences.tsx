"use client";
import { useEffect } from "react";
import { type FieldWords, fieldSentence } from "./field-sentence";
import { plainAddress } from "./plain-address";

type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;
const isControl = (target: EventTarget | null): target is Control =>
  target instanceof HTMLInputElement || target instanceof HTMLSelectElement || target instanceof HTMLTextAreaElement;

/**
 * Browsers check what a form asks for, show it at the field and move the focus there, but in their own language: here
 * they get the page's words for it, for all forms at once. An address in full-width characters is no mistake to complain of:
 * it looks the same, and is put right.
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
    // by the prototype's setter, so that React sees that the value is another
    const write = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value")?.set;
    const putRight = ({ target }: Event) => {
      if (!(target instanceof HTMLInputElement) || target.type !== "email") return;
      const plain = plainAddress(target.value);
      if (plain !== target.value) write?.call(target, plain);
    };
    const hushAll = ({ target }: Event) => {
      const button = target instanceof Element && target.closest<HTMLButtonElement>("button, input[type=submit]");
      for (const field of button ? (button.form?.elements ?? []) : [])
        if (isControl(field)) field.setCustomValidity("");
    };
    const listeners = [
      ["invalid", speak],
      ["input", hush],
      ["change", putRight],
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
