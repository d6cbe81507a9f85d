#!/usr/bin/env bash
# CPU of a trainer's cohort grid and of a coach's session page, tool + database, once they are warm: a course whose coaches
# have worked in nearly all activities of all sessions, with texts, marks and points. Prints what docs/performance.md quotes.
#   src/bench/cohort.sh [COACHES] [WARM PAGES] [MEASURED PAGES]
set -euo pipefail
cd "$(dirname "$0")/../.."
COACHES=${1:-200} WARM=${2:-800} PAGES=${3:-400} EACH=20
. src/bench/lib.sh
bench_begin
tool_start cohort "" -Xmx256m

ids=$(grep -h '^  - id: S' src/main/resources/content/training/session-*/session.yaml | sed "s/.*id: \(.*\)/('\1')/" | paste -sd,)
worksheets=$(grep -hA1 '^  - id: S' src/main/resources/content/training/session-*/session.yaml | grep -B1 -E 'kind: (PLAN|ARTEFACT)' | sed -n "s/.*id: \(.*\)/'\1'/p" | paste -sd,)
cat > "$OUT/cohort.sql" <<SQL
create table bench_digit (d int primary key);
insert into bench_digit values (0), (1), (2), (3), (4), (5), (6), (7), (8), (9);
create table bench_number (n int primary key);
insert into bench_number select a.d + 10 * b.d + 100 * c.d + 1000 * e.d from bench_digit a, bench_digit b, bench_digit c, bench_digit e
  where a.d + 10 * b.d + 100 * c.d + 1000 * e.d between 1 and $COACHES;
create table bench_activity (id varchar(16) primary key);
insert into bench_activity values $ids;
insert into lti_registration (id, issuer, client_id, name, authorization_endpoint, token_endpoint, jwks_uri, district_name, source, created_at, changed_at)
  values (1, '$ISSUER/p/0', 'client-0', 'Load', '$ISSUER/p/0/auth', '$ISSUER/p/0/token', '$ISSUER/p/0/jwks', 'District', 'FILE', utc_timestamp(6), utc_timestamp(6));
insert into lti_deployment (id, registration_id, deployment_id, status, district_name, created_at, changed_at)
  values (1, 1, 'deployment-1', 'APPROVED', 'District', utc_timestamp(6), utc_timestamp(6));
insert into course_district (id, name, created_at) values (1, 'District', utc_timestamp(6));
insert into course_course (id, registration_id, district_id, deployment_id, context_id, title, purpose, ags_scopes, created_at)
  values (1, 1, 1, 1, 'course-0', 'Course 0', 'TRAINING', '', utc_timestamp(6));
insert into course_person (id, registration_id, district_id, sub, name, given_name, family_name, valid_from, created_at)
  select n, 1, 1, concat('user-', n), concat('User Number ', n), 'User', concat('Number ', n), '2000-01-01', utc_timestamp(6) from bench_number;
insert into course_member (id, course_id, person_id, lms_roles, role, role_reason, created_at)
  select n, 1, n, 'http://purl.imsglobal.org/vocab/lis/v2/membership#Learner', 'COACH', 'LEARNER', utc_timestamp(6) from bench_number;
insert into training_activity_state (course_id, member_id, activity_id, content_version, draft, answer, writer, version, started_at, changed_at, completed_at)
  select 1, n, id, 1, json_object('text', repeat('She counted with me and asked. ', 40)), json_object('text', repeat('She counted with me and asked. ', 40)),
  'ab12', 5, utc_timestamp(6) - interval 30 day, utc_timestamp(6) - interval (n % 20) day,
  if((n * 7 + length(id) * 3 + ascii(right(id, 1))) % 9 = 0, null, utc_timestamp(6) - interval (n % 20) day) from bench_number, bench_activity;
update training_activity_state set handed_in_at = completed_at, versions = 1, marking = if(member_id % 10 = 0, 1, 2), verdict = if(member_id % 10 = 0, null, 'MEETS')
  where completed_at is not null and activity_id in ($worksheets);
insert into training_session_state (course_id, member_id, session_number, points, changed_at)
  select 1, n, d, 20, utc_timestamp(6) from bench_number, bench_digit where d between 1 and 8;
insert into gradebook_score (member_id, activity_key, course_id, points, maximum, completed, started_at, recorded_at, version, state, state_at, attempts, sent_version, confirmed_at)
  select n, concat('session-', d), 1, 20, 25, false, utc_timestamp(6), utc_timestamp(6), 1, 'SENT', utc_timestamp(6), 1, 1, utc_timestamp(6) from bench_number, bench_digit where d between 1 and 8;
insert into training_cohort (course_id, locked, changed_at) values (1, false, utc_timestamp(6));
insert into training_cohort_session (course_id, session_number, opens_on, due_on)
  select 1, d, utc_date() - interval 90 - d day, utc_date() + interval d - 4 day from bench_digit where d between 1 and 8;
drop table bench_activity;
drop table bench_number;
drop table bench_digit;
analyze table course_person, course_member, training_activity_state, training_session_state, gradebook_score;
SQL
sql cohort "$OUT/cohort.sql"

visits() { # NAME PAGE EXPECTED-CLAIMS ROLE: one launch, then the page EACH times; launches are not measured
  local repeated=() one
  for one in $(seq 1 "$EACH"); do repeated+=(--page "$TOOL$2"); done
  launches "cohort-$1" --listen "127.0.0.1:$PLATFORM_PORT" --platforms 1 --users 1 --courses 1 --roles "$4" --claims "$3" --concurrency 2 \
    --warmup $((WARM / EACH)) --launches $((PAGES / EACH)) "${repeated[@]}"
}
custom='"https://purl.imsglobal.org/spec/lti/claim/custom":{"pc_purpose":"training"}'
visits grid /c/1/training/cohort "{$custom}" Instructor
WARM=$((WARM * 4)) PAGES=$((PAGES * 4))
visits session /c/1/training/sessions/3 "{\"sub\":\"user-7\",$custom}" Learner
visits path /c/1/training "{\"sub\":\"user-7\",$custom}" Learner

node - "$OUT" "$EACH" <<'JS'
const fs = require('fs'); const [, , out, each] = process.argv;
console.table([['cohort grid', 'grid', 60], ['session page', 'session', 6], ['path page', 'path', null]].map(([what, file, goal]) => {
  const f = JSON.parse(fs.readFileSync(`${out}/cohort-${file}.json`));
  const [tool, database] = f.phases.pages.cpuMsEach.map((ms) => ms / each);
  return { what, toolMs: tool.toFixed(2), mysqlMs: database.toFixed(2), sumMs: (tool + database).toFixed(2), goalMs: goal, failed: f.failed };
}));
JS
