# Asks the tool in this container whether it is well. The Java runtime's image has neither curl nor wget, but bash.
exec 3<> "/dev/tcp/127.0.0.1/${SERVER_PORT:-8080}" || exit 1
printf 'GET /actuator/health HTTP/1.0\r\nHost: localhost\r\n\r\n' >&3
grep -q '"status":"UP"' <&3
