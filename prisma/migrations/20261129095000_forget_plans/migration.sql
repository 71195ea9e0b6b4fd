-- When somebody has an interview, and by when they wanted to be through with a path, goes with them. The rest is as before.
CREATE OR REPLACE FUNCTION erase_user(wanted uuid) RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  requested timestamptz;
  subject uuid;
BEGIN
  SELECT deletion_requested_at INTO requested FROM "user" WHERE id = wanted FOR UPDATE;
  IF NOT FOUND THEN RETURN false; END IF;
  IF requested IS NULL THEN RAISE EXCEPTION 'nobody asked for this account to be deleted'; END IF;
  SELECT subject_id INTO subject FROM learner WHERE user_id = wanted FOR UPDATE;

  UPDATE submission SET answer = jsonb_set(answer, '{text}', '"[erased]"')
    WHERE subject_id = subject AND answer->>'kind' = 'short-answer';
  UPDATE submission SET answer = jsonb_set(answer, '{blanks}',
      (SELECT coalesce(jsonb_object_agg(blank, '[erased]'::text), '{}') FROM jsonb_object_keys(answer->'blanks') blank))
    WHERE subject_id = subject AND answer->>'kind' = 'cloze';
  UPDATE grading SET graded_by = NULL WHERE graded_by = wanted;
  UPDATE learner_event SET body = '{}' WHERE subject_id = subject AND kind = 'zone_changed';
  -- to a rebuild a plan that is forgotten is one that was taken back
  UPDATE learner_event SET kind = 'plan_cleared', body = '{}' WHERE subject_id = subject AND kind = 'plan_set';
  UPDATE learner_event SET body = body - 'date' WHERE subject_id = subject AND kind = 'path_deadline_set';
  UPDATE path_enrolment SET deadline = NULL WHERE subject_id = subject;
  UPDATE learner SET user_id = NULL WHERE user_id = wanted;
  DELETE FROM audit_personal WHERE user_id = wanted;
  DELETE FROM "user" WHERE id = wanted;
  RETURN true;
END $$;
