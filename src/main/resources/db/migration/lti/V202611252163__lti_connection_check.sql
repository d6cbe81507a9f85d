-- The last examination of each deployment's connection: lights and classes of faults, nothing of the other side.
-- The row also keeps two from running at once (started_at), on whichever node.
create table lti_connection_check (
  deployment_id bigint not null primary key,
  started_at datetime(6) not null,
  finished_at datetime(6),
  findings varchar(4000),
  constraint lti_connection_check_deployment foreign key (deployment_id) references lti_deployment (id) on delete cascade
);
