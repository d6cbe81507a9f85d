-- lti_deployment_district begins with the same column and serves the same questions.
alter table lti_deployment drop index lti_deployment_of_district;
