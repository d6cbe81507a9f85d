-- Identifiers that come from a platform are compared byte by byte; MySQL's default collation takes
-- abcDEF, abcdef and abcdéf for one value.
create table lti_registration (
  id bigint not null auto_increment primary key,
  issuer varchar(255) character set utf8mb4 collate utf8mb4_0900_bin not null,
  client_id varchar(255) character set utf8mb4 collate utf8mb4_0900_bin not null,
  name varchar(255) not null,
  authorization_endpoint varchar(2000) not null,
  token_endpoint varchar(2000) not null,
  jwks_uri varchar(2000) not null,
  audience varchar(2000),
  product_family varchar(64),
  district_name varchar(255) not null,
  adopts_first_deployment boolean not null default false,
  granted_scopes varchar(2000),
  client_configuration_uri varchar(2000),
  source varchar(16) not null,
  created_at datetime(6) not null,
  changed_at datetime(6) not null,
  constraint lti_registration_client unique (issuer, client_id)
);

create table lti_deployment (
  id bigint not null auto_increment primary key,
  registration_id bigint not null,
  deployment_id varchar(255) character set utf8mb4 collate utf8mb4_0900_bin not null,
  status varchar(16) not null,
  district_name varchar(255) not null,
  platform_guid varchar(255),
  platform_name varchar(255),
  platform_version varchar(64),
  product_family varchar(64),
  created_at datetime(6) not null,
  changed_at datetime(6) not null,
  constraint lti_deployment_id unique (registration_id, deployment_id),
  constraint lti_deployment_registration foreign key (registration_id) references lti_registration (id)
);

create table lti_used_nonce (
  nonce varchar(64) character set ascii collate ascii_bin not null primary key,
  expires_at datetime(6) not null
);
create index lti_used_nonce_expiry on lti_used_nonce (expires_at);

create table lti_tool_key (
  kid varchar(64) character set ascii collate ascii_bin not null primary key,
  sealed_private text not null,
  public_jwk text not null,
  created_at datetime(6) not null,
  signs_from datetime(6) not null,
  published_until datetime(6)
);
