-- Districts are told apart byte by byte (course_district.name), so what names one must be compared alike. H2 does so
-- anyway and takes no collation here; it reads what MySQL executes as a comment.
alter table lti_deployment modify column district_name varchar(255) /*! character set utf8mb4 collate utf8mb4_0900_bin */ not null;
-- "Which deployments are this district's" is asked by every page about launches.
create index lti_deployment_of_district on lti_deployment (district_name);
