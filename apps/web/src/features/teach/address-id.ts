import { notFound } from "next/navigation";

export const isId = (text: unknown): text is string =>
  typeof text === "string" && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);

/** An id out of the address; what cannot be one names nothing. */
export const addressId = (text: string): string => (isId(text) ? text : notFound());
