-- When an interaction was written here; its own time is the channel's. Not known of what was written before.
alter table interaction add column stored_at timestamptz;
alter table interaction alter column stored_at set default statement_timestamp();
