import type { UserActor } from "@tidao/access";
import { type Clock, DomainError } from "@tidao/kernel";
import { pool } from "@tidao/prisma";
import type { z } from "zod";
import type { classInput, joinableClassDto, joinCodeInput, joinedClassListDto } from "./class.dto";
import { endMembership, findClassByCode, insertMember, type JoinableClass, listJoinedClassRows } from "./class.repo";
import { normaliseJoinCode } from "./join-code";

type Context = { clock: Clock };
type CodeInput = z.infer<typeof joinCodeInput>;
const dto = ({ archived: _, ...found }: JoinableClass): z.infer<typeof joinableClassDto> => found;

/** What a join code stands for, before joining. @throws JOIN_CODE_UNKNOWN, JOIN_CLASS_ARCHIVED */
export async function previewClass(actor: UserActor, { code }: CodeInput, _: Context): Promise<z.infer<typeof joinableClassDto>> {
  return dto(await findJoinable(actor, code));
}
/** Joins as a learner; joining twice changes nothing. @throws JOIN_CODE_UNKNOWN, JOIN_CLASS_ARCHIVED */
export async function joinClass(actor: UserActor, { code }: CodeInput, { clock }: Context): Promise<z.infer<typeof joinableClassDto>> {
  const found = await findJoinable(actor, code);
  if (!found.member) await insertMember(pool, found.id, actor.id, clock.now());
  return { ...dto(found), member: true };
}
async function findJoinable(actor: UserActor, code: string): Promise<JoinableClass> {
  const found = await findClassByCode(actor.id, normaliseJoinCode(code));
  if (!found) throw new DomainError("JOIN_CODE_UNKNOWN", { code });
  if (found.archived && !found.member) throw new DomainError("JOIN_CLASS_ARCHIVED");
  return found;
}

export async function listJoinedClasses(actor: UserActor, _: object, __: Context): Promise<z.infer<typeof joinedClassListDto>> {
  return (await listJoinedClassRows(actor.id)).map((row) => ({ ...row, joinedAt: row.joinedAt.toISOString() }));
}
/** @throws NOT_FOUND unless the actor is a learner of the class */
export async function leaveClass(actor: UserActor, { classId }: z.infer<typeof classInput>, { clock }: Context): Promise<null> {
  if (!(await endMembership(pool, classId, actor.id, clock.now()))) throw new DomainError("NOT_FOUND", { what: "class" });
  return null;
}
