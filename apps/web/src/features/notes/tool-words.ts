import type { Messages } from "@tidao/i18n";
import type { ToolWords } from "./question-tools";

/** What the tools under a verdict say; the rest of the namespace stays on the server. */
export const toolWords = ({ notes, app }: Messages): ToolWords => ({
  tools: notes.tools,
  note: notes.note,
  lists: { ...notes.lists, cancel: app.actions.close },
  report: { ...notes.report, cancel: app.actions.cancel },
});
