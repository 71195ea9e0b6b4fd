import type { UserActor } from "@tidao/access";
import { DomainError } from "@tidao/kernel";
import { z } from "zod";
import { defaultChoices, findChoices, type NotificationChoices, saveChoices, stopDigest } from "./notification.repo";
import { readUnsubscribeToken } from "./unsubscribe-token";

export const notificationChoices = z.strictObject({
  /** Reviews that are due, once a day. */
  dueReviews: z.boolean(),
  assignmentOpened: z.boolean(),
  assignmentDue: z.boolean(),
  /** Hour of the day in the learner's zone, from which the mail may come. */
  localHour: z.number().int().min(0).max(23),
});

export const getNotifications = async (actor: UserActor): Promise<NotificationChoices> => (await findChoices(actor.id)) ?? defaultChoices;

export async function updateNotifications(actor: UserActor, choices: NotificationChoices): Promise<null> {
  await saveChoices(actor.id, choices);
  return null;
}

/** Stops the daily mail by the link in it, signed in or not; doing it twice is doing it once. @throws LINK_INVALID */
export async function unsubscribe({ token }: { token: string }): Promise<null> {
  if (!(await stopDigest(readUnsubscribeToken(token)))) throw new DomainError("LINK_INVALID", { reason: "unknown" });
  return null;
}
