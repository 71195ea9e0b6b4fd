import { Trouble } from "./terminal/trouble";

/** What seedDemo() of @tidao/services/demo returns: one sign-in for each kind of user. */
export interface DemoSignIn {
  role: string;
  email: string;
  password: string;
}

/** What importBank() of @tidao/services/content tells; a conflict is reported and left, it does not stop a start. */
export interface ImportReport {
  unchanged?: boolean;
  created?: number;
  updated?: number;
  conflicts?: unknown[];
}

/** What checkCourse() of @tidao/content returns: every problem of every file. */
export interface CourseCheck {
  /** Files that were read. */
  files: number;
  problems: { file: string; line: number; what: string; mend: string }[];
}

/** The functions of other packages that a command calls, by the door they stand behind. */
export interface Doors {
  "@tidao/content": { checkCourse: () => Promise<CourseCheck>; newTopic: (slug: string) => Promise<string[]> };
  "@tidao/services/jobs": { createJobSchema: (ownerUrl: string) => Promise<void> };
  "@tidao/services/content": {
    importBank: (options: { ownerUrl: string }) => Promise<ImportReport | void>;
    exportBank: (options: { folder: string }) => Promise<unknown>;
  };
  "@tidao/services/demo": { seedDemo: () => Promise<DemoSignIn[]> };
  "@tidao/services/rebuild": { rebuildAll: (onProgress?: (learners: number) => void) => Promise<number> };
}

/** Loads a door only when its command needs it: `start` must not wait for what `content` imports. */
export async function openDoor<D extends keyof Doors, N extends keyof Doors[D] & string>(
  door: D,
  name: N,
): Promise<Doors[D][N]> {
  let opened: Record<string, unknown>;
  try {
    opened = (await import(door)) as Record<string, unknown>;
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? "";
    if (!["ERR_MODULE_NOT_FOUND", "ERR_PACKAGE_PATH_NOT_EXPORTED"].includes(code)) throw error;
    throw new Trouble(
      `${door} cannot be loaded: ${(error as Error).message}`,
      "Is this checkout complete? Try `git status`.",
    );
  }
  if (typeof opened[name] !== "function") throw new Trouble(`${door} has no ${name}().`);
  return opened[name] as Doors[D][N];
}
