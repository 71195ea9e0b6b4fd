import type { Question } from "./editor-context";

/** What the server has, as far as this page knows. */
export interface Known {
  /** Of the draft; null while there is none. */
  revision: number | null;
  /** The version that learners have. */
  published: { id: string; number: number } | null;
  /** Number of the draft, or of the version that learners have. */
  number: number;
  /** The highest number there is: the next draft's is one more. */
  newest: number;
  status: Question["status"];
  /** Older versions exist, so that a draft can be thrown away. */
  hasOlder: boolean;
}
export const knownOf = ({ draft, versions, status }: Question): Known => {
  const current = versions.find((version) => version.current);
  return {
    revision: draft?.revision ?? null,
    published: current ? { id: current.id, number: current.number } : null,
    number: draft?.number ?? current?.number ?? versions[0]?.number ?? 1,
    newest: versions[0]?.number ?? 0,
    status,
    hasOlder: versions.length > 1,
  };
};

/** Only a question that was never published is thrown away as a whole. */
export const canDiscardQuestion = ({ revision, published, hasOlder }: Known): boolean =>
  revision !== null && published === null && !hasOlder;

/**
 * What is known once a question was retired or brought back. What somebody else saved or published meanwhile was not
 * seen here: it stays unknown, so that the next save is told of it instead of overwriting it.
 */
export const afterRetiring = (was: Known, fresh: Known): Known =>
  fresh.revision === was.revision && fresh.newest === was.newest ? fresh : { ...was, status: fresh.status };
