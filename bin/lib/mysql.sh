# A real MySQL server for the tests, without touching what is installed: Debian's package is unpacked into a cache folder
# and started on a free port with a throw-away data folder. Sourced by bin/test.

MYSQL_CACHE=${PEERCOACH_MYSQL_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/peer-coaching/mysql}
MYSQL_WORK=

mysql_mirror() {
  { cat /etc/apt/sources.list.d/*.sources 2>/dev/null | sed -n 's/^URIs: *//p'
    cat /etc/apt/sources.list /etc/apt/sources.list.d/*.list 2>/dev/null | sed -n 's/^deb \(\[[^]]*\] \)\?\([^ ]*\).*/\2/p'
  } | grep -v security | head -n 1
}

# Debian's unstable branch has MySQL's current LTS line; its packages are only unpacked, never installed.
mysql_fetch() {
  [ -x "$MYSQL_CACHE/root/usr/sbin/mysqld" ] && return 0
  local mirror keyring=/usr/share/keyrings/debian-archive-keyring.gpg apt=$MYSQL_CACHE/apt deb
  command -v apt-get >/dev/null 2>&1 && [ -r "$keyring" ] || return 1
  mirror=$(mysql_mirror)
  [ -n "$mirror" ] || return 1
  mkdir -p "$apt"/lists/partial "$apt"/archives/partial "$apt"/etc "$MYSQL_CACHE/root"
  : > "$apt/status"
  echo "deb [signed-by=$keyring] $mirror sid main" > "$apt/etc/sources.list"
  local get=(apt-get -q -y -o "Dir::State::lists=$apt/lists" -o "Dir::State::status=$apt/status" -o "Dir::Cache=$apt"
    -o "Dir::Cache::archives=$apt/archives" -o "Dir::Etc::sourcelist=$apt/etc/sources.list" -o Dir::Etc::sourceparts=-
    -o Dir::Etc::preferencesparts=- -o APT::Install-Recommends=false -o "APT::Sandbox::User=$(id -un)" -o Debug::NoLocking=1)
  echo "MySQL: fetching it into $MYSQL_CACHE (about 60 MB, once)"
  "${get[@]}" update > "$MYSQL_CACHE/fetch.log" 2>&1 || return 1
  "${get[@]}" --download-only install mysql-server-core >> "$MYSQL_CACHE/fetch.log" 2>&1 || return 1
  for deb in "$apt"/archives/*.deb; do dpkg-deb -x "$deb" "$MYSQL_CACHE/root" || return 1; done
  [ -x "$MYSQL_CACHE/root/usr/sbin/mysqld" ]
}

# Sets MYSQLD, the command that runs the unpacked server with its own libraries.
mysql_command() {
  local root=$MYSQL_CACHE/root
  MYSQLD=("$root/usr/lib64/ld-linux-x86-64.so.2" --library-path "$root/usr/lib/x86_64-linux-gnu:$root/usr/lib/mysql/private"
    "$root/usr/sbin/mysqld" --no-defaults "--basedir=$root/usr" "--lc-messages-dir=$root/usr/share/mysql"
    "--character-sets-dir=$root/usr/share/mysql/charsets" "--plugin-dir=$root/usr/lib/mysql/plugin"
    "--datadir=$MYSQL_WORK/data" "--user=$(id -un)")
}

free_port() {
  local port
  for port in $(shuf -i 20000-29999 -n 50); do
    (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null || { echo "$port"; return 0; }
  done
  return 1
}

# Its data is thrown away: it need not survive a crash, and nobody looks into what it measures of itself.
MYSQL_CARELESS=(--innodb-flush-log-at-trx-commit=0 --innodb-doublewrite=OFF --performance-schema=OFF)

# mysql_start [PORT]: sets MYSQL_PORT, MYSQL_PID and MYSQL_WORK.
mysql_start() {
  MYSQL_WORK=$(mktemp -d)
  MYSQL_PORT=${1:-$(free_port)} || return 1
  mysql_command
  "${MYSQLD[@]}" --initialize-insecure "--log-error=$MYSQL_WORK/init.log" || return 1
  "${MYSQLD[@]}" "--port=$MYSQL_PORT" --bind-address=127.0.0.1 "--socket=$MYSQL_WORK/s.sock" --mysqlx=OFF \
    --secure-file-priv=NULL "--pid-file=$MYSQL_WORK/pid" "--log-error=$MYSQL_WORK/err.log" \
    --innodb-buffer-pool-size=128M --skip-log-bin "${MYSQL_CARELESS[@]}" &
  MYSQL_PID=$!
  local tries
  for tries in $(seq 1 120); do
    (exec 3<>"/dev/tcp/127.0.0.1/$MYSQL_PORT") 2>/dev/null && return 0
    kill -0 "$MYSQL_PID" 2>/dev/null || return 1
    sleep 0.5
  done
  return 1
}

mysql_stop() {
  [ -n "${MYSQL_PID:-}" ] && kill "$MYSQL_PID" 2>/dev/null && wait "$MYSQL_PID" 2>/dev/null
  [ -n "$MYSQL_WORK" ] && rm -rf "$MYSQL_WORK"
  return 0
}
