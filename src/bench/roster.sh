#!/usr/bin/env bash
# A list of 50,000 members in pages of 50, read by the packaged tool at -Xmx256m on MySQL: time, CPU, heap, and what launches
# cost meanwhile. Prints the figures that docs/performance.md quotes.
#   src/bench/roster.sh [MEMBERS] [WARMUP] [LAUNCHES]
set -euo pipefail
cd "$(dirname "$0")/../.."
MEMBERS=${1:-50000} WARMUP=${2:-6000} LAUNCHES=${3:-3000}
. src/bench/lib.sh
bench_begin
printf 'registrations:\n- issuer: %s\n  client-id: client-0\n  name: Load\n  authorization-endpoint: %s/auth\n  token-endpoint: %s/token\n  jwks-uri: %s/jwks\n  deployments: [deployment-1]\n' \
  "$ISSUER" "$ISSUER" "$ISSUER" "$ISSUER" > "$OUT/registrations.yaml"
tool_start roster "$OUT/registrations.yaml" -Xmx256m "-Xlog:gc:file=$OUT/roster-gc.log"
node src/bench/ltiload/ltiload.mjs serve --listen "127.0.0.1:$PLATFORM_PORT" --key-file "$OUT/key.json" --client-id client-0 \
  --tool-jwks-url "$TOOL/lti/jwks" --members "$MEMBERS" --page-size 50 > "$OUT/serve.log" 2>&1 & SERVE_PID=$!
wait_for "$ISSUER/jwks"
# a second process launches in the name of the first: same key, same issuer
as_platform=(--listen "127.0.0.1:$((PLATFORM_PORT + 1))" --issuer "$ISSUER")
learners=("${as_platform[@]}" --users 2000 --courses 20 --roles Learner)
trainer() { launches "trainer-$1" "${as_platform[@]}" --users 1 --courses 1 --seed 1 --roles Instructor --warmup 0 --launches 1; }
export TOOL_PID MYSQL_PID ISSUER OUT MEMBERS

launches alone "${learners[@]}" --warmup "$WARMUP" --launches "$LAUNCHES"
node src/bench/roster.mjs first &  READER=$!
sleep 1; trainer first; wait $READER
# the same people in another course, first alone, then while others launch
trainer2=("${as_platform[@]}" --users 1 --courses 1 --roles Instructor --warmup 0 --launches 1
  --claims '{"https://purl.imsglobal.org/spec/lti/claim/context":{"id":"course-900001","title":"Again"},"https://purl.imsglobal.org/spec/lti-nrps/claim/namesroleservice":{"context_memberships_url":"'"$ISSUER"'/nrps/course-900001/members","service_versions":["2.0"]}}')
node src/bench/roster.mjs again & READER=$!
sleep 1; launches trainer-again "${trainer2[@]}"; wait $READER
trainer3=("${trainer2[@]//course-900001/course-900002}")
node src/bench/roster.mjs meanwhile & READER=$!
sleep 1; launches trainer-meanwhile "${trainer3[@]}"
launches meanwhile "${learners[@]}" --warmup 0 --launches "$LAUNCHES"
wait $READER
launches after "${learners[@]}" --warmup 0 --launches "$LAUNCHES"
node src/bench/roster.mjs report
