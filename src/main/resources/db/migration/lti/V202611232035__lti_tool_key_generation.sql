-- Keys are numbered, so that of two nodes that make the next one at the same moment only one succeeds.
alter table lti_tool_key add column generation int not null;
alter table lti_tool_key add constraint lti_tool_key_generation unique (generation);
