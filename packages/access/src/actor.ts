import type { Locale } from "@tidao/kernel";
import type { Role } from "./permissions";

/** Who is asking. `auth` makes it from a session; nothing else does. */
export interface UserActor {
  kind: "user";
  id: string;
  /** The random id under which the learning record knows this person. */
  subjectId: string;
  roles: readonly Role[];
  sessionId: string;
  impersonatedBy?: string;
  name: string;
  email: string;
  emailVerified: boolean;
  locale: Locale;
  zone: string;
  theme: "system" | "light" | "dark";
  motion: "system" | "reduce";
  /** Whether practice asks how sure they are. */
  asksConfidence: boolean;
  /** When this account asked to be deleted, while it waits for that. */
  deletionRequestedAt?: string;
}
export type Actor = { kind: "anonymous" } | UserActor | { kind: "system"; reason: string };
