import { Badge } from "@tidao/ui/badge";
import { pageWords } from "../../page-words";
import { type AssignmentState, stateLook } from "./assignment-state";

export const StateBadge = ({ state }: { state: AssignmentState }) => (
  <Badge {...stateLook[state]}>{pageWords().words.teach.state[state]}</Badge>
);
