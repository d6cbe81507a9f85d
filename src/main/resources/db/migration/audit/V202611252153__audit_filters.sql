create index audit_entry_act on audit_entry (district_id, act, id);
create index audit_entry_actor on audit_entry (district_id, actor, id);
create index audit_entry_any_act on audit_entry (act, id);
create index audit_entry_any_actor on audit_entry (actor, id);
