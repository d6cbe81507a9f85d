# Sourced by the benches that run the packaged tool on a MySQL of their own. Needs bin/test's MySQL, node 20, a JDK 25.
. bin/lib/jdk.sh; . bin/lib/mysql.sh
find_jdk; need_maven
OUT=target/bench; mkdir -p "$OUT"
TOOL_PORT=${TOOL_PORT:-9201} PLATFORM_PORT=${PLATFORM_PORT:-9100}
TOOL=http://127.0.0.1:$TOOL_PORT ISSUER=http://127.0.0.1:$PLATFORM_PORT

bench_begin() {
  [ -n "${SKIP_BUILD:-}" ] || mvn -B -q -ntp package -DskipTests -Dspotless.check.skip=true
  (cd "$OUT" && "$JAVA_HOME/bin/jar" xf ../peer-coaching-lti-*.jar BOOT-INF/lib && mv BOOT-INF/lib/mysql-connector-j-*.jar driver.jar && rm -rf BOOT-INF)
  mysql_fetch; mysql_start
  trap 'kill ${TOOL_PID:-} ${SERVE_PID:-} 2>/dev/null || true; mysql_stop' EXIT
  DATABASE="jdbc:mysql://127.0.0.1:$MYSQL_PORT" OPTIONS="allowPublicKeyRetrieval=true&sslMode=DISABLED"
}

wait_for() { for _ in $(seq 1 480); do curl -fs -o /dev/null "$1" && return 0; sleep 0.5; done; echo "no answer from $1" >&2; return 1; }

tool_start() { # DATABASE-NAME REGISTRATIONS-FILE JAVA-OPTIONS...
  local name=$1 registrations=$2; shift 2
  PEERCOACH_SECRET=$(head -c 32 /dev/urandom | base64 -w 0) PEERCOACH_BASE_URL="$TOOL" SERVER_PORT=$TOOL_PORT SPRING_PROFILES_ACTIVE=dev \
    PEERCOACH_LTI_REGISTRATIONS_FILE="$registrations" SPRING_DATASOURCE_USERNAME=root SPRING_DATASOURCE_PASSWORD= \
    SPRING_DATASOURCE_URL="$DATABASE/$name?createDatabaseIfNotExist=true&$OPTIONS" \
    "$JAVA_HOME/bin/java" "$@" -jar target/peer-coaching-lti-*.jar > "$OUT/tool.log" 2>&1 & TOOL_PID=$!
  wait_for "$TOOL/actuator/health"
}

tool_stop() { kill "$TOOL_PID"; wait "$TOOL_PID" 2>/dev/null || true; TOOL_PID=; }

sql() { # DATABASE-NAME FILE
  "$JAVA_HOME/bin/java" -cp "$OUT/driver.jar" src/bench/Sql.java "$DATABASE/$1?user=root&$OPTIONS" "$2"
}

launches() { # NAME OPTIONS...
  local name=$1; shift
  node src/bench/ltiload/ltiload.mjs load --key-file "$OUT/key.json" --tool-login-url "$TOOL/lti/login" --target-link-uri "$TOOL/lti/launch" \
    --expect "Peer Coaching" --claims '{"https://purl.imsglobal.org/spec/lti/claim/custom":{"pc_purpose":"training"}}' \
    --concurrency 4 --pid "$TOOL_PID" --pid "$MYSQL_PID" --json "$OUT/$name.json" "$@" > "$OUT/$name.txt"
}
