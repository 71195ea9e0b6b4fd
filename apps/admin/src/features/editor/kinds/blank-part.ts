/** A text that waits to be written in both languages. */
export const blankText = () => ({ zh: "", en: "" });
export const blankWords = () => ({ zh: [], en: [] });
