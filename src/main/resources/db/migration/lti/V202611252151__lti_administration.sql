-- District names decide who sees what, so they are compared byte by byte, as the districts themselves are.
alter table lti_deployment modify column district_name varchar(255) not null collate utf8mb4_0900_bin;
alter table lti_deployment modify column platform_guid varchar(255) collate utf8mb4_0900_bin;
alter table lti_registration modify column district_name varchar(255) not null collate utf8mb4_0900_bin;

alter table lti_registration add column switched_off_at datetime(6);
-- Who refused or switched off: OPERATOR or DISTRICT. A district does not undo what the operator decided.
alter table lti_deployment add column decided_by varchar(16);
alter table lti_deployment add column last_launch_at datetime(6);
create index lti_deployment_state on lti_deployment (status, id);
create index lti_deployment_district on lti_deployment (district_name, id);
create index lti_deployment_guid on lti_deployment (registration_id, platform_guid);

-- Endpoints that a platform offered by dynamic registration and that the operator must look at first.
create table lti_endpoint_offer (
  registration_id bigint not null primary key,
  authorization_endpoint varchar(2000) not null,
  token_endpoint varchar(2000) not null,
  jwks_uri varchar(2000) not null,
  audience varchar(2000),
  configuration_host varchar(255) not null,
  offered_at datetime(6) not null,
  constraint lti_endpoint_offer_registration foreign key (registration_id) references lti_registration (id) on delete cascade
);

-- One-time install codes; only the hash is kept.
create table lti_install_code (
  id bigint not null auto_increment primary key,
  code_hash varchar(64) character set ascii collate ascii_bin not null,
  district_name varchar(255) character set utf8mb4 collate utf8mb4_0900_bin not null,
  made_by varchar(64) not null,
  created_at datetime(6) not null,
  expires_at datetime(6) not null,
  used_at datetime(6),
  constraint lti_install_code_hash unique (code_hash)
);
create index lti_install_code_district on lti_install_code (district_name, id);
create index lti_install_code_expiry on lti_install_code (expires_at);
