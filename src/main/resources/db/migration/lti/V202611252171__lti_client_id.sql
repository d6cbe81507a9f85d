-- An installation asks whether another LMS has the same client id.
create index lti_registration_client_id on lti_registration (client_id);
