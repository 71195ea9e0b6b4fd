/**
 * The revision of the draft that was last thrown away under a question's id, 0 where none was: the next one under it goes on
 * from there, since somebody may still have the old one in sight.
 * @param id the statement's parameter that holds the id, as in "$1"
 */
export const discardedRevision = (id: string) => `coalesce((select max((detail->>'revision')::int) from audit_entry
  where resource_kind = 'question' and resource_id = ${id} and action = 'question.discarded'), 0)`;
