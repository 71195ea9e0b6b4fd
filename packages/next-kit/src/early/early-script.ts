/**
 * Runs in every page before React has come. What somebody types, chooses and presses until then is kept for
 * `EarlyPresses`, in its order; a button that waits says so. A form without an address of its own is not sent by the browser:
 * what is in it would end up in the address, a password too. As text, because it has to be in the page itself.
 */
export const earlyScript = `(() => {
  const kept = [];
  const keep = (event) => {
    const { type, target } = event;
    if (!(target instanceof Element)) return;
    if (type === "submit") {
      if (target.hasAttribute("action")) return;
      event.preventDefault();
      press({ type, target, by: event.submitter });
    } else if (type === "input") {
      const { value, checked } = target;
      const before = kept.findIndex((each) => each.type === type && each.target === target);
      if (before >= 0) kept.splice(before, 1);
      kept.push({ type, target, value, checked });
    } else {
      const button = target.closest("button");
      if (button && button.type !== "submit" && button.getAttribute("aria-disabled") !== "true") press({ type, target: button, by: button });
    }
  };
  const press = (one) => {
    if (kept.some(({ type, target }) => type === one.type && target === one.target)) return;
    kept.push(one);
    for (const name of ["aria-busy", "aria-disabled"]) one.by?.setAttribute(name, "true");
  };
  const types = ["input", "click", "submit"];
  for (const type of types) document.addEventListener(type, keep, true);
  window.tidaoEarly = () => {
    for (const type of types) document.removeEventListener(type, keep, true);
    return kept;
  };
})()`;
