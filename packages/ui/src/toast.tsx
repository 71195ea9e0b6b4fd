"use client";
import { useRef, useSyncExternalStore } from "react";
import {
  currentToasts,
  dismissToast,
  holdToast,
  releaseToast,
  subscribeToToasts,
  type ToastMessage,
} from "./toast-store";

export { showProblem, showToast } from "./toast-store";

const none: readonly ToastMessage[] = [];

/**
 * Once a page, in the layout; `showToast(text, action?)` and `showProblem(text)` fill it. Both regions are there before
 * anything is in them and read out only what is added: news when the reader pauses, a problem at once.
 */
export function Toasts({ close }: { close: string }) {
  const toasts = useSyncExternalStore(subscribeToToasts, currentToasts, () => none);
  const of = (kind: ToastMessage["kind"]) =>
    toasts.filter((toast) => toast.kind === kind).map((toast) => <Toast key={toast.id} toast={toast} close={close} />);
  return (
    <div className="toasts">
      <div role="alert" aria-atomic="false">
        {of("problem")}
      </div>
      <div role="status" aria-atomic="false">
        {of("news")}
      </div>
    </div>
  );
}

function Toast({ toast, close }: { toast: ToastMessage; close: string }) {
  const { id, kind, text, action } = toast;
  // whoever is on it by keyboard keeps it when the pointer passes over it, and the other way round
  const holders = useRef(new Set<"focus" | "pointer">());
  const hold = (by: "focus" | "pointer") => () => {
    holders.current.add(by);
    holdToast(id);
  };
  const release = (by: "focus" | "pointer") => () => {
    holders.current.delete(by);
    if (holders.current.size === 0) releaseToast(toast);
  };
  return (
    // a group: of loose text the whole region would be said again, the message before it too
    <div
      role="group"
      className="toast"
      onFocus={hold("focus")}
      onBlur={release("focus")}
      onPointerEnter={hold("pointer")}
      onPointerLeave={release("pointer")}
    >
      <span>{text}</span>
      {action && (
        <button
          type="button"
          onClick={() => {
            action.run();
            dismissToast(id);
          }}
        >
          {action.label}
        </button>
      )}
      {kind === "problem" && (
        <button type="button" onClick={() => dismissToast(id)}>
          {close}
        </button>
      )}
    </div>
  );
}
