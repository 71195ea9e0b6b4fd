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

export { showToast } from "./toast-store";

const none: readonly ToastMessage[] = [];

/** Once a page, in the layout; `showToast(text, action?)` fills it. */
export function Toasts() {
  const toasts = useSyncExternalStore(subscribeToToasts, currentToasts, () => none);
  return (
    <div className="toasts" role="status">
      {toasts.map((toast) => (
        <Toast key={toast.id} {...toast} />
      ))}
    </div>
  );
}

function Toast(toast: ToastMessage) {
  const { id, text, action } = toast;
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
    <div
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
    </div>
  );
}
