import { z } from "zod";
import type { ClassRow } from "./class.repo";

export const classInput = z.strictObject({ classId: z.uuid() });
export const className = z.string().trim().min(1).max(120);
export const classSummary = z.strictObject({
  id: z.string(),
  name: z.string(),
  joinCode: z.string(),
  createdAt: z.string(),
  archived: z.boolean(),
  learners: z.number().int(),
  assignments: z.number().int(),
});
/** In the list with what is open now, and when the next of it is due. */
export const classListDto = z.array(classSummary.extend({ open: z.number().int(), nextDueAt: z.string().nullable() }));
export const classSummaryDto = ({ archivedAt, createdAt, ...row }: ClassRow): z.infer<typeof classSummary> => ({
  ...row,
  createdAt: createdAt.toISOString(),
  archived: archivedAt !== null,
});
export const memberForInstructor = z.strictObject({
  userId: z.string(),
  name: z.string(),
  email: z.string(),
  joinedAt: z.string(),
  /** Assignments of the class that this member has handed in. */
  handedIn: z.number().int(),
});
export const teacherForInstructor = z.strictObject({
  userId: z.string(),
  name: z.string(),
  email: z.string(),
  /** Who decides who teaches in it. */
  owner: z.boolean(),
  /** Whether it is who asks. */
  self: z.boolean(),
});
/** Who learns in a class, and who teaches in it: the owner first. */
export const memberListDto = z.strictObject({ learners: z.array(memberForInstructor), teachers: z.array(teacherForInstructor) });
/** What somebody typed or pasted: one that is too short or a link is answered as a code is, not as a field that cannot be read. */
export const joinCodeInput = z.strictObject({ code: z.string().trim().min(1).max(400) });
export const joinableClassDto = z.strictObject({ id: z.string(), name: z.string(), instructor: z.string(), member: z.boolean() });
export const joinedClassListDto = z.array(
  z.strictObject({ id: z.string(), name: z.string(), instructor: z.string(), joinedAt: z.string(), archived: z.boolean() }),
);
