import type { CourseCheck } from "../doors";

/** `file:line  what  how to mend`: terminals make the place a link. */
export const oneLine = ({ file, line, what, mend }: CourseCheck["problems"][number]) =>
  `${file}:${line}  ${what}  ${mend}`;
