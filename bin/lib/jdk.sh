# Finds a JDK of at least version 25 and exports JAVA_HOME, or says exactly what to install. Sourced by bin/run and bin/test.

jdk_version() { "$1/bin/java" -version 2>&1 | sed -n 's/.* version "\([0-9]*\).*/\1/p' | head -n 1; }

find_jdk() {
  local wanted=25 candidate version
  for candidate in "${JAVA_HOME:-}" "${JAVA_HOME_25_X64:-}" /usr/lib/jvm/*25* /usr/lib/jvm/* /opt/java/* /opt/jdk* \
    "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* /Library/Java/JavaVirtualMachines/*/Contents/Home; do
    [ -n "$candidate" ] && [ -x "$candidate/bin/javac" ] || continue
    version=$(jdk_version "$candidate")
    if [ -n "$version" ] && [ "$version" -ge "$wanted" ]; then
      export JAVA_HOME=$candidate
      return 0
    fi
  done
  cat >&2 <<MESSAGE
Peer Coaching needs a JDK $wanted or later; none was found in JAVA_HOME or in the usual places.
Install one, for example Eclipse Temurin 25 (https://adoptium.net, package temurin-25-jdk), then run this again,
or point to it:  JAVA_HOME=/path/to/jdk-25 $0
MESSAGE
  return 1
}

need_maven() {
  command -v mvn >/dev/null 2>&1 && return 0
  echo "Peer Coaching is built with Apache Maven 3.8 or later, and there is no mvn here. Install it (Debian: apt-get install maven)." >&2
  return 1
}
