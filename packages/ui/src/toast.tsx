"use client";
import { useSyncExternalStore } from "react";
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
  const hold = () => holdToast(id);
  const release = () => releaseToast(toast);
  return (
    <div className="toast" onFocus={hold} onBlur={release} onPointerEnter={hold} onPointerLeave={release}>
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
