/** Sent to the window before a session is ended. A page that would lose something prevents it, asks, and calls `leave`. */
export const leavingEvent = "tidao:leaving";
export interface LeavingDetail {
  leave: () => void;
}

/** Leaves at once unless a page holds the way out. */
export function askToLeave(leave: () => void): void {
  const event = new CustomEvent<LeavingDetail>(leavingEvent, { cancelable: true, detail: { leave } });
  if (window.dispatchEvent(event)) leave();
}

/** Sent to the window when a call finds that nobody is signed in any more. */
export const signedOutEvent = "tidao:signed-out";
