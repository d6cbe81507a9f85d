#!/usr/bin/env bash
# Kills the tool with -9 between an activity and the delivery of its points, starts it again, and looks into the demo
# LMS's gradebook: the points must be there, and no confirmed score may have come twice. Ends with status 1 otherwise.
# Needs: a build (bin/run once, or bin/test), curl, node 20. Uses ports 8180 and 8190 and a folder of its own.
set -euo pipefail
cd "$(dirname "$0")/../.."
. bin/lib/jdk.sh; find_jdk; need_maven
ROOT=$PWD WORK=$(mktemp -d)
export PEERCOACH_DEMO_PORT=8190 SERVER_PORT=8180 PEERCOACH_BASE_URL=http://localhost:8180
LMS=http://127.0.0.1:8190 TOOL=http://localhost:8180
mvn -B -q -ntp test-compile dependency:build-classpath -Dmdep.outputFile="$WORK/classpath" -Dmdep.includeScope=test
app() { (cd "$WORK" && exec "$JAVA_HOME/bin/java" -Xmx384m -cp "$ROOT/target/test-classes:$ROOT/target/classes:$(cat "$WORK/classpath")" \
  org.peercoach.PeerCoachingDevApplication "$1" >> "$WORK/$1.log" 2>&1) & echo $!; }
up() { for _ in $(seq 1 240); do curl -fs -o /dev/null "$1" && return 0; sleep 0.5; done; echo "no answer from $1"; cat "$WORK"/*.log | tail -20; return 1; }
trap 'kill -9 $LMS_PID $TOOL_PID 2>/dev/null || true; rm -rf "$WORK"' EXIT

LMS_PID=$(app --only-lms); up "$LMS/_state"
TOOL_PID=$(app --only-tool); up "$TOOL/actuator/health"
node src/bench/kill-between.mjs work "$LMS" "$TOOL"
echo "kill -9 $TOOL_PID, before the LMS has the points"
kill -9 "$TOOL_PID"
node src/bench/kill-between.mjs nothing-yet "$LMS" "$TOOL"
curl -fs -o /dev/null -X POST -d services=working "$LMS/_switch"
TOOL_PID=$(app --only-tool); up "$TOOL/actuator/health"
node src/bench/kill-between.mjs arrived "$LMS" "$TOOL"
