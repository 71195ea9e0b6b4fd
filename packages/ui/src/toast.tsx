"use client";
import { useSyncExternalStore } from "react";
import { currentToasts, dismissToast, subscribeToToasts, type ToastMessage } from "./toast-store";

export { showToast } from "./toast-store";

const none: readonly ToastMessage[] = [];

/** Once a page, in the layout; `showToast(text, action?)` fills it. */
export function Toasts() {
  const toasts = useSyncExternalStore(subscribeToToasts, currentToasts, () => none);
  return (
    <div className="toasts" role="status">
      {toasts.map(({ id, text, action }) => (
        <div key={id} className="toast">
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
      ))}
    </div>
  );
}
