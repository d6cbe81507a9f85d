#!/usr/bin/env bash
# CPU of a launch, tool + database, against the floor on the same MySQL: three rounds in turn, each from a fresh start.
# Needs bin/test's MySQL (fetched into the cache), node 20 and a JDK 25. Prints the figures that docs/performance.md quotes.
#   src/bench/launches.sh [ROUNDS] [WARMUP] [LAUNCHES]
set -euo pipefail
cd "$(dirname "$0")/../.."
ROUNDS=${1:-3} WARMUP=${2:-30000} LAUNCHES=${3:-10000} TOOL_PORT=${TOOL_PORT:-9201} PLATFORMS=10
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

wait_for() { for _ in $(seq 1 240); do curl -fs -o /dev/null "$1" && return 0; sleep 0.5; done; echo "no answer from $1" >&2; return 1; }
load() { # NAME LOGIN TARGET EXPECT PID EXTRA...
  local name=$1 login=$2 target=$3 expect=$4 pid=$5; shift 5
  node src/bench/ltiload/ltiload.mjs load --key-file "$OUT/key.json" --tool-login-url "$login" --target-link-uri "$target" --expect "$expect" \
    --warmup "$WARMUP" --launches "$LAUNCHES" --concurrency 8 --pid "$pid" --pid "$MYSQL_PID" --json "$OUT/$name.json" "$@" | tee "$OUT/$name.txt"
}

for round in $(seq 1 "$ROUNDS"); do
  echo "== round $round: floor"
  "$JAVA_HOME/bin/java" -Xmx512m -Dsun.net.httpserver.nodelay=true \
    -Durl="$ROOT/floor$round?createDatabaseIfNotExist=true&user=root&useServerPrepStmts=true&cachePrepStmts=true&$OPTIONS" \
    -cp 'src/bench/floor/target/classes:src/bench/floor/target/lib/*' Floor > "$OUT/floor.log" 2>&1 & FLOOR_PID=$!
  until curl -s -o /dev/null http://127.0.0.1:9203/page; do sleep 0.5; done # any answer will do
  load "floor-$round" http://127.0.0.1:9203/login http://127.0.0.1:9203/page Hello "$FLOOR_PID"
  kill "$FLOOR_PID"; wait "$FLOOR_PID" 2>/dev/null || true

  echo "== round $round: tool"
  MALLOC_ARENA_MAX=2 PEERCOACH_SECRET=$(head -c 32 /dev/urandom | base64) PEERCOACH_BASE_URL="http://127.0.0.1:$TOOL_PORT" SERVER_PORT=$TOOL_PORT \
    PEERCOACH_LTI_REGISTRATIONS_FILE="$OUT/registrations.yaml" SPRING_PROFILES_ACTIVE=dev \
    SPRING_DATASOURCE_URL="$ROOT/tool$round?createDatabaseIfNotExist=true&$OPTIONS" SPRING_DATASOURCE_USERNAME=root SPRING_DATASOURCE_PASSWORD= \
    "$JAVA_HOME/bin/java" -Xmx256m ${TOOL_OPTIONS:--XX:+UseSerialGC} -jar target/peer-coaching-lti-*.jar > "$OUT/tool.log" 2>&1 & TOOL_PID=$!
  wait_for "http://127.0.0.1:$TOOL_PORT/actuator/health"
  load "tool-$round" "http://127.0.0.1:$TOOL_PORT/lti/login" "http://127.0.0.1:$TOOL_PORT/lti/launch" "Peer Coaching" "$TOOL_PID" \
    --platforms "$PLATFORMS" --claims '{"https://purl.imsglobal.org/spec/lti/claim/custom":{"pc_purpose":"training"}}'
  grep -E 'VmHWM|VmRSS' "/proc/$TOOL_PID/status"
  kill "$TOOL_PID"; wait "$TOOL_PID" 2>/dev/null || true
done

node - "$OUT" "$ROUNDS" <<'JS'
const fs = require('fs'); const [, , out, rounds] = process.argv;
const sum = (f) => f.cpuMsPerLaunch.reduce((a, b) => a + b, 0);
const rows = [];
for (let r = 1; r <= rounds; r += 1) {
  const [floor, tool] = ['floor', 'tool'].map((n) => JSON.parse(fs.readFileSync(`${out}/${n}-${r}.json`)));
  rows.push({ round: r, floorMs: sum(floor).toFixed(3), toolMs: sum(tool).toFixed(3), toolAlone: tool.cpuMsPerLaunch[0], ratio: (sum(tool) / sum(floor)).toFixed(2),
    loginMs: tool.phases.login.cpuMsEach[0], loginDbMs: tool.phases.login.cpuMsEach[1], failed: tool.failed, jwks: Object.entries(tool.platformRequests).filter(([k]) => k.endsWith('/jwks')).map(([, v]) => v).join(), rss: JSON.stringify(tool.memoryMiB[0]) });
}
console.table(rows);
JS
