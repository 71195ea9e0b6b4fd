CREATE EXTENSION IF NOT EXISTS pg_trgm;


-- A published version never changes: only its rendering may be renewed by a newer renderer.
CREATE FUNCTION question_version_is_immutable() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    IF OLD.status = 'published' THEN RAISE EXCEPTION 'a published version cannot be deleted'; END IF;
    RETURN OLD;
  END IF;
  IF OLD.status = 'published' AND
     (to_jsonb(NEW) - 'rendered' - 'renderer_version' - 'updated_at') <> (to_jsonb(OLD) - 'rendered' - 'renderer_version' - 'updated_at') THEN
    RAISE EXCEPTION 'a published version cannot be changed';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER question_version_is_immutable BEFORE UPDATE OR DELETE ON question_version
  FOR EACH ROW EXECUTE FUNCTION question_version_is_immutable();

-- The application's role: no DDL, no superuser, and the record can only grow.
DO $$ BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'tidao_app') THEN
    BEGIN
      CREATE ROLE tidao_app NOLOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE;
    EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; -- two databases of one server migrated at once
    END;
  END IF;
END $$;
DO $$ BEGIN EXECUTE format('GRANT tidao_app TO %I', current_user); EXCEPTION WHEN OTHERS THEN NULL; END $$;
GRANT USAGE ON SCHEMA public TO tidao_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO tidao_app;
GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO tidao_app;
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO tidao_app;
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT USAGE, SELECT ON SEQUENCES TO tidao_app;
REVOKE UPDATE, DELETE, TRUNCATE ON submission, grading, learner_event, audit_entry, audit_personal FROM tidao_app;
REVOKE DELETE ON learner FROM tidao_app;
REVOKE ALL ON TABLE item_difficulty FROM tidao_app;
GRANT SELECT, INSERT ON TABLE item_difficulty TO tidao_app;
