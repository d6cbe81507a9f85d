#!/usr/bin/env bash
# CPU of a launch, tool + database, against the floor on the same MySQL. Both are warmed, then measured in turn, for what
# else a machine does changes from one minute to the next. Prints the figures that docs/performance.md quotes.
# Needs bin/test's MySQL (fetched into the cache), node 20 and a JDK 25.
#   src/bench/launches.sh [ROUNDS] [WARMUP] [LAUNCHES]
set -euo pipefail
cd "$(dirname "$0")/../.."
ROUNDS=${1:-7} WARMUP=${2:-60000} LAUNCHES=${3:-6000} TOOL_PORT=${TOOL_PORT:-9201} PLATFORMS=10
. bin/lib/jdk.sh; . bin/lib/mysql.sh
find_jdk; need_maven
OUT=target/bench; mkdir -p "$OUT"

[ -n "${SKIP_BUILD:-}" ] || mvn -B -q -ntp package -DskipTests -Dspotless.check.skip=true
(cd src/bench/floor && mvn -B -q -ntp package dependency:copy-dependencies -DoutputDirectory=target/lib)
mysql_fetch; mysql_start
trap 'kill ${TOOL_PID:-} ${FLOOR_PID:-} 2>/dev/null || true; mysql_stop' EXIT
ROOT="jdbc:mysql://127.0.0.1:$MYSQL_PORT"
OPTIONS="allowPublicKeyRetrieval=true&sslMode=DISABLED"

{ echo "registrations:"
  for p in $(seq 0 $((PLATFORMS - 1))); do
    base="http://127.0.0.1:9100/p/$p"
    printf -- '- issuer: %s\n  client-id: client-%s\n  name: Load %s\n  authorization-endpoint: %s/auth\n  token-endpoint: %s/token\n  jwks-uri: %s/jwks\n  deployments: [deployment-1]\n' "$base" "$p" "$p" "$base" "$base" "$base"
  done; } > "$OUT/registrations.yaml"

wait_for() { for _ in $(seq 1 240); do curl -s -o /dev/null "$@" && return 0; sleep 0.5; done; echo "no answer from $*" >&2; return 1; }
load() { # NAME LOGIN TARGET EXPECT PID WARMUP LAUNCHES SEED EXTRA...
  local name=$1 login=$2 target=$3 expect=$4 pid=$5 warmup=$6 launches=$7 seed=$8; shift 8
  node src/bench/ltiload/ltiload.mjs load --key-file "$OUT/key.json" --tool-login-url "$login" --target-link-uri "$target" --expect "$expect" \
    --warmup "$warmup" --launches "$launches" --seed "$seed" --concurrency 8 --pid "$pid" --pid "$MYSQL_PID" --json "$OUT/$name.json" "$@" > "$OUT/$name.txt"
}
floor() { load "floor-$1" http://127.0.0.1:9203/login http://127.0.0.1:9203/page Hello "$FLOOR_PID" "$2" "$3" "$4"; }
tool() {
  load "tool-$1" "http://127.0.0.1:$TOOL_PORT/lti/login" "http://127.0.0.1:$TOOL_PORT/lti/launch" "Peer Coaching" "$TOOL_PID" "$2" "$3" "$4" \
    --platforms "$PLATFORMS" --claims '{"https://purl.imsglobal.org/spec/lti/claim/custom":{"pc_purpose":"training"}}'
}

"$JAVA_HOME/bin/java" -Xmx512m -Dsun.net.httpserver.nodelay=true \
  -Durl="$ROOT/floor?createDatabaseIfNotExist=true&user=root&useServerPrepStmts=true&cachePrepStmts=true&$OPTIONS" \
  -cp 'src/bench/floor/target/classes:src/bench/floor/target/lib/*' Floor > "$OUT/floor.log" 2>&1 & FLOOR_PID=$!
MALLOC_ARENA_MAX=2 PEERCOACH_SECRET=$(head -c 32 /dev/urandom | base64) PEERCOACH_BASE_URL="http://127.0.0.1:$TOOL_PORT" SERVER_PORT=$TOOL_PORT \
  PEERCOACH_LTI_REGISTRATIONS_FILE="$OUT/registrations.yaml" SPRING_PROFILES_ACTIVE=dev \
  SPRING_DATASOURCE_URL="$ROOT/tool?createDatabaseIfNotExist=true&$OPTIONS" SPRING_DATASOURCE_USERNAME=root SPRING_DATASOURCE_PASSWORD= \
  "$JAVA_HOME/bin/java" -Xmx256m ${TOOL_OPTIONS:--XX:+UseSerialGC} -jar target/peer-coaching-lti-*.jar > "$OUT/tool.log" 2>&1 & TOOL_PID=$!
wait_for http://127.0.0.1:9203/page # any answer will do
wait_for -f "http://127.0.0.1:$TOOL_PORT/actuator/health"

floor warm "$((WARMUP - 5000))" 5000 1
tool 25000 15000 10000 2
echo "after 25,000 launches: $(grep VmRSS "/proc/$TOOL_PID/status")"
if [ "$WARMUP" -gt 25000 ]; then tool warm "$((WARMUP - 25000))" 1000 3; fi
for round in $(seq 1 "$ROUNDS"); do
  floor "$round" 0 "$LAUNCHES" $((100 + round))
  tool "$round" 0 "$LAUNCHES" $((200 + round))
done

node - "$OUT" "$ROUNDS" <<'JS'
const fs = require('fs'); const [, , out, rounds] = process.argv;
const read = (name) => JSON.parse(fs.readFileSync(`${out}/${name}.json`));
const sum = (f) => f.cpuMsPerLaunch.reduce((a, b) => a + b, 0);
const median = (list) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)];
const rows = [];
for (let r = 1; r <= rounds; r += 1) {
  const [floor, tool] = ['floor', 'tool'].map((n) => read(`${n}-${r}`));
  rows.push({ floor: floor.cpuMsPerLaunch.join(' + '), tool: tool.cpuMsPerLaunch.join(' + '), ratio: Number((sum(tool) / sum(floor)).toFixed(2)),
    loginMs: tool.phases.login.cpuMsEach[0], loginDbMs: tool.phases.login.cpuMsEach[1], perSecond: tool.launchesPerSecond, failed: tool.failed, otherBusy: tool.otherBusyShare });
}
console.table(rows);
const keys = Object.entries(read('tool-25000').platformRequests).filter(([k]) => k.endsWith('/jwks')).map(([, v]) => v).join();
console.log(`ratio, median of ${rounds}: ${median(rows.map((row) => row.ratio))}; key sets fetched in the first 25,000 launches: ${keys}; failed: ${rows.reduce((a, row) => a + row.failed, 0)}`);
JS
