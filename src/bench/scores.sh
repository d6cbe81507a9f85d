#!/usr/bin/env bash
# Puts points of many people into the outbox and watches them arrive at a platform that limits calls: how many arrived,
# lost, out of order, refused; how fast; how many tokens were asked for. Ends with status 1 if anything is lost or late.
# Needs bin/test's MySQL (fetched into the cache), node 20 and a JDK 25. Prints the figures that docs/performance.md quotes.
#   src/bench/scores.sh THROTTLE [SERVICE-DELAY] [SCORES] [kill]
#   src/bench/scores.sh canvas 200               Canvas's bucket, 200 ms a call
#   src/bench/scores.sh canvas 200 10000 kill    the same, killed with -9 midway and started again
#   src/bench/scores.sh 20 0                     20 calls a second, Retry-After
set -euo pipefail
cd "$(dirname "$0")/../.."
THROTTLE=${1:-canvas} DELAY=${2:-0} SCORES=${3:-10000} KILL=${4:-} TOOL_PORT=${TOOL_PORT:-9211} LMS_PORT=${LMS_PORT:-9110}
. bin/lib/jdk.sh; . bin/lib/mysql.sh
find_jdk
OUT=target/bench; mkdir -p "$OUT"
[ -n "${SKIP_BUILD:-}" ] || { need_maven; mvn -B -q -ntp package -DskipTests -Dspotless.check.skip=true; }
JAR=$(ls target/peer-coaching-lti-*.jar | head -n 1)
rm -rf "$OUT/driver"; mkdir -p "$OUT/driver"
(cd "$OUT/driver" && "$JAVA_HOME/bin/jar" xf "../../../$JAR" BOOT-INF/lib && find BOOT-INF -name 'mysql-connector-j-*.jar' -exec mv {} driver.jar \; && rm -rf BOOT-INF)
mysql_fetch; mysql_start
LMS="http://127.0.0.1:$LMS_PORT" TOOL="http://127.0.0.1:$TOOL_PORT"
trap 'kill -9 ${TOOL_PID:-} ${LMS_PID:-} 2>/dev/null || true; mysql_stop' EXIT
OPTIONS="allowPublicKeyRetrieval=true&sslMode=DISABLED"
URL="jdbc:mysql://127.0.0.1:$MYSQL_PORT/scores?createDatabaseIfNotExist=true&$OPTIONS"
SECRET=$(head -c 32 /dev/urandom | base64)
printf 'registrations:\n- issuer: %s\n  client-id: client-0\n  name: Load\n  authorization-endpoint: %s/auth\n  token-endpoint: %s/token\n  jwks-uri: %s/jwks\n  deployments: [deployment-1]\n' \
  "$LMS" "$LMS" "$LMS" "$LMS" > "$OUT/scores.yaml"

wait_for() { for _ in $(seq 1 360); do curl -fs -o /dev/null "$1" && return 0; sleep 0.5; done; echo "no answer from $1" >&2; return 1; }
tool() {
  PEERCOACH_SECRET=$SECRET PEERCOACH_BASE_URL=$TOOL SERVER_PORT=$TOOL_PORT PEERCOACH_LTI_REGISTRATIONS_FILE="$OUT/scores.yaml" \
    SPRING_PROFILES_ACTIVE=dev SPRING_DATASOURCE_URL=$URL SPRING_DATASOURCE_USERNAME=root SPRING_DATASOURCE_PASSWORD= \
    "$JAVA_HOME/bin/java" -Xmx256m -jar "$JAR" >> "$OUT/scores-tool.log" 2>&1 & TOOL_PID=$!
  wait_for "$TOOL/actuator/health"
}
seeding() { "$JAVA_HOME/bin/java" -XX:TieredStopAtLevel=1 -cp "$OUT/driver/driver.jar" src/bench/scores/SeedScores.java "$1" "$URL&user=root" "$LMS/ags/course-1/lineitems" "$SCORES"; }
arrived() { curl -fs "$LMS/_stats" | node -e 'let t="";process.stdin.on("data",d=>t+=d).on("end",()=>console.log(JSON.parse(t).scores))'; }
until_arrived() { for _ in $(seq 1 3600); do [ "$(arrived)" -ge "$1" ] && return 0; sleep 0.5; done; echo "only $(arrived) of $1 arrived" >&2; return 1; }

: > "$OUT/scores-tool.log"
node src/bench/ltiload/ltiload.mjs serve --listen "127.0.0.1:$LMS_PORT" --tool-jwks-url "$TOOL/lti/jwks" --throttle "$THROTTLE" --service-delay "$DELAY" > "$OUT/scores-lms.log" 2>&1 & LMS_PID=$!
tool
ticks() { awk '{print $14 + $15}' "/proc/$1/stat"; }
seeding seed
TOOL_TICKS=$(ticks "$TOOL_PID") MYSQL_TICKS=$(ticks "$MYSQL_PID")
if [ -n "$KILL" ]; then
  until_arrived $((SCORES * 2 / 5)); kill -9 "$TOOL_PID"; wait "$TOOL_PID" 2>/dev/null || true
  echo "killed with -9 after $(arrived) scores; starting again"
  tool
  TOOL_TICKS=0 # the new process; its start counts as well
else
  until_arrived $((SCORES * 2 / 5))
fi
seeding more
for _ in $(seq 1 1800); do [ "$(seeding left)" = 0 ] && break; sleep 1; done
curl -fs "$LMS/_stats" > "$OUT/scores-stats.json"; curl -fs "$LMS/_scores" > "$OUT/scores-held.json"; seeding points > "$OUT/scores-meant.txt"
grep -E 'VmHWM' "/proc/$TOOL_PID/status"
CPU="$(($(ticks "$TOOL_PID") - TOOL_TICKS)) $(($(ticks "$MYSQL_PID") - MYSQL_TICKS))"
node - "$OUT" "$THROTTLE" $CPU <<'JS'
const fs = require('fs'); const [, , out, throttle, ...ticks] = process.argv; // CPU clocks tick in 10 ms
const stats = JSON.parse(fs.readFileSync(`${out}/scores-stats.json`));
const held = new Map(JSON.parse(fs.readFileSync(`${out}/scores-held.json`)).map((s) => [s.user, s.points]));
const meant = fs.readFileSync(`${out}/scores-meant.txt`, 'utf8').trim().split('\n').map((l) => l.split(' '));
const requests = (part) => Object.entries(stats.requests).filter(([name]) => name.endsWith(part)).reduce((sum, [, n]) => sum + n, 0);
const calls = requests('/scores');
const figures = {
  people: meant.length, arrived: stats.scores, lost: meant.filter(([user]) => !held.has(user)).length,
  wrong: meant.filter(([user, points]) => held.has(user) && held.get(user) !== Number(points)).length,
  outOfOrder: stats.scoresOutOfOrder, repeated: stats.scoresRepeated, refusedPercent: Number(((100 * stats.throttled) / calls).toFixed(2)),
  perSecond: Number(((stats.scores - 1) / ((stats.lastScoreAt - stats.firstScoreAt) / 1000)).toFixed(1)), tokenRequests: requests('POST /token'),
  cpuMsEach: ticks.map((t) => ((10 * Number(t)) / stats.scores).toFixed(1)).join(' + '),
};
console.table(figures);
const goal = throttle === 'canvas' ? 44 : 0.9 * Number(throttle);
const good = !figures.lost && !figures.wrong && !figures.outOfOrder && (throttle !== 'canvas' || figures.refusedPercent <= 1);
console.log(`${good ? 'nothing lost, nothing out of order' : 'NOT GOOD'}; ${figures.perSecond}/s, goal ${goal}/s`);
process.exit(good ? 0 : 1);
JS
