#!/usr/bin/env bash
# CPU of a launch, tool + database, with 10,000 registrations and 1 M members against 10 and 1,000: the same launches of the
# same thousand people through the same ten platforms, in turn. Prints the ratio that docs/performance.md quotes (<= 1.25).
#   src/bench/many.sh [ROUNDS] [WARMUP] [LAUNCHES]
set -euo pipefail
cd "$(dirname "$0")/../.."
ROUNDS=${1:-1} WARMUP=${2:-8000} LAUNCHES=${3:-4000}
. src/bench/lib.sh
bench_begin

seed() { # DATABASE-NAME REGISTRATIONS: each with a district, a course and 100 members
  cat > "$OUT/seed.sql" <<SQL
set foreign_key_checks = 0;
set unique_checks = 0;
create table bench_digit (d int primary key);
insert into bench_digit values (0), (1), (2), (3), (4), (5), (6), (7), (8), (9);
create table bench_number (n int primary key);
insert into bench_number select a.d + 10 * b.d + 100 * c.d + 1000 * e.d from bench_digit a, bench_digit b, bench_digit c, bench_digit e
  where a.d + 10 * b.d + 100 * c.d + 1000 * e.d < $2;
insert into lti_registration (id, issuer, client_id, name, authorization_endpoint, token_endpoint, jwks_uri, district_name, source, created_at, changed_at)
  select n + 1, concat('$ISSUER/p/', n), concat('client-', n), 'Load', concat('$ISSUER/p/', n, '/auth'), concat('$ISSUER/p/', n, '/token'),
  concat('$ISSUER/p/', n, '/jwks'), concat('District ', n), 'FILE', utc_timestamp(6), utc_timestamp(6) from bench_number;
insert into lti_deployment (id, registration_id, deployment_id, status, district_name, created_at, changed_at)
  select n + 1, n + 1, 'deployment-1', 'APPROVED', concat('District ', n), utc_timestamp(6), utc_timestamp(6) from bench_number;
insert into course_district (id, name, created_at) select n + 1, concat('District ', n), utc_timestamp(6) from bench_number;
insert into course_course (id, registration_id, district_id, deployment_id, context_id, title, purpose, ags_scopes, created_at)
  select n + 1, n + 1, n + 1, n + 1, 'course-0', 'Course 0', 'TRAINING', '', utc_timestamp(6) from bench_number;
insert into course_person (id, registration_id, district_id, sub, name, given_name, family_name, valid_from, created_at)
  select n * 100 + a.d + 10 * b.d + 1, n + 1, n + 1, concat('user-', a.d + 10 * b.d), concat('User Number ', a.d + 10 * b.d), 'User',
  concat('Number ', a.d + 10 * b.d), '2000-01-01', utc_timestamp(6) from bench_number, bench_digit a, bench_digit b;
insert into course_member (id, course_id, person_id, lms_roles, role, role_reason, created_at)
  select n * 100 + a.d + 10 * b.d + 1, n + 1, n * 100 + a.d + 10 * b.d + 1, 'http://purl.imsglobal.org/vocab/lis/v2/membership#Learner',
  'COACH', 'LEARNER', utc_timestamp(6) from bench_number, bench_digit a, bench_digit b;
drop table bench_number;
drop table bench_digit;
analyze table lti_registration, lti_deployment, course_district, course_course, course_person, course_member;
SQL
  sql "$1" "$OUT/seed.sql"
}

for round in $(seq 1 "$ROUNDS"); do
  for size in 10 10000; do
    tool_start "many${size}_$round" "" -Xmx256m
    seed "many${size}_$round" "$size"
    launches "many-$size-$round" --listen "127.0.0.1:$PLATFORM_PORT" --platforms 10 --users 100 --courses 1 --roles Learner --warmup "$WARMUP" --launches "$LAUNCHES"
    tool_stop
  done
done

node - "$OUT" "$ROUNDS" <<'JS'
const fs = require('fs'); const [, , out, rounds] = process.argv;
const sum = (f) => f.cpuMsPerLaunch.reduce((a, b) => a + b, 0);
const rows = [];
for (let r = 1; r <= rounds; r += 1) {
  const [few, many] = [10, 10000].map((n) => JSON.parse(fs.readFileSync(`${out}/many-${n}-${r}.json`)));
  rows.push({ round: r, fewMs: sum(few).toFixed(3), manyMs: sum(many).toFixed(3), toolFew: few.cpuMsPerLaunch[0], toolMany: many.cpuMsPerLaunch[0],
    ratio: (sum(many) / sum(few)).toFixed(2), failed: few.failed + many.failed });
}
console.table(rows);
JS
