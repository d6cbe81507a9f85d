-- Nonces begin with their time; they are purged by the primary key.
alter table lti_used_nonce drop index lti_used_nonce_expiry;
