-- Whoever acts does so in one district, so (actor, id) serves the question within a district as well.
alter table audit_entry drop index audit_entry_actor;
