# What the scripts in this folder share. They set $home, the project's root, before they read it.

standalone="$home/deploy/standalone/target"
simulators="$home/platform/simulators/target"
if [ -t 1 ]; then terminal=true; else terminal=false; fi
LAUNCHER_OPTIONS=(-XX:+UseSerialGC -XX:TieredStopAtLevel=1 -XX:+UseCompactObjectHeaders
  -XX:-UsePerfData -Xmx48m -Xss512k "-Drapport.home=$home"
  "-Drapport.terminal=$terminal" -cp "$standalone/standalone.jar")

fail() {
  printf '%s\n' "$@" >&2
  exit 1
}

# Sets JAVA_HOME to a JDK 25 or newer, or ends with what to do.
find_java() {
  local candidate
  for candidate in "${JAVA_HOME:-}" $(java_on_path) /usr/lib/jvm/* /usr/java/* /opt/java/* /opt/jdk* \
    "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* "$HOME"/.local/share/mise/installs/java/* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home $(toolchain_homes); do
    if is_jdk_25 "$candidate"; then
      export JAVA_HOME="$candidate"
      # Maven's own libraries use what a JDK 25 warns about.
      export MAVEN_OPTS="${MAVEN_OPTS:-} --sun-misc-unsafe-memory-access=allow --enable-native-access=ALL-UNNAMED"
      return
    fi
  done
  fail "Rapport needs a JDK 25 or newer, and none was found." \
    "Looked at JAVA_HOME (${JAVA_HOME:-not set}), the PATH, /usr/lib/jvm, /opt, ~/.sdkman, ~/.jdks and ~/.m2/toolchains.xml." \
    "Install one, for example Eclipse Temurin 25, and set JAVA_HOME to its folder."
}

java_on_path() {
  local java
  java="$(command -v java)" && dirname "$(dirname "$(readlink -f "$java")")" || true
}

toolchain_homes() {
  sed -n 's:.*<jdkHome>\(.*\)</jdkHome>.*:\1:p' "$HOME/.m2/toolchains.xml" 2>/dev/null || true
}

# A JDK says its version in the file "release".
is_jdk_25() {
  local major
  [ -x "$1/bin/javac" ] && [ -r "$1/release" ] || return 1
  major="$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release")"
  [ "${major:-0}" -ge 25 ]
}

# The modules that become jars of their own, as the root pom lists them.
applications() {
  local module
  for module in conversation-service profile-service lead-intelligence-service \
    health-score-service integrations-service gateway; do
    [ -f "$home/$module/pom.xml" ] && echo "$module"
  done
}

is_current() { # jar, then the folders and files it is made of
  local jar="$1"
  shift
  [ -f "$jar" ] && [ -z "$(find "$@" \( -name node_modules -o -name .build \) -prune \
    -o -newer "$jar" -type f -print -quit 2>/dev/null)" ]
}

is_built() {
  local module
  is_current "$standalone/standalone.jar" "$home/pom.xml" "$home/deploy/standalone/pom.xml" \
    "$home/deploy/standalone/src/main" || return 1
  is_current "$simulators/simulators.jar" "$home/pom.xml" "$home/platform/simulators/pom.xml" \
    "$home/platform/simulators/src/main" || return 1
  for module in $(applications); do
    is_current "$home/$module/target/$module.jar" "$home/pom.xml" "$home/$module/pom.xml" \
      "$home/$module/src/main" "$home/$module/web" "$home"/platform/{contracts,runtime,embedding}/src/main || return 1
  done
}

require_built() {
  [ -f "$standalone/standalone.jar" ] ||
    fail "Rapport is not built. Run deploy/up without --no-build, or: mvn -DskipTests package"
}

build_if_needed() {
  is_built && return
  command -v mvn >/dev/null ||
    fail "Rapport has to be built first, and Maven (mvn) was not found." \
      "Install Maven 3.8 or newer (Debian: apt-get install maven), or put a built tree here and use --no-build."
  local begun=$SECONDS
  echo "Building Rapport (the first time this also downloads what it is made of) ..."
  (cd "$home" && mvn -q -B -Dstyle.color=never -Dmaven.test.skip=true -Dspotless.check.skip=true package) ||
    fail "The build failed; what Maven says stands above."
  # A jar that Maven found unchanged keeps its age; touched, it counts as current.
  touch "$standalone/standalone.jar" "$simulators/simulators.jar"
  local module
  for module in $(applications); do touch "$home/$module/target/$module.jar"; done
  echo "Built in $((SECONDS - begun)) s."
}

# Sets CHROMIUM to a browser, or ends with what to do.
find_chromium() {
  for CHROMIUM in "${CHROMIUM:-}" chromium chromium-browser google-chrome; do
    CHROMIUM="$(command -v "$CHROMIUM" || true)"
    [ -z "$CHROMIUM" ] || break
  done
  [ -n "$CHROMIUM" ] || fail "This needs a browser: install chromium, or set CHROMIUM."
  export CHROMIUM
}

# Starts a Rapport on a free port and in a directory of its own, and stops it when the script ends.
# Where RAPPORT_URL names one that is there, that is used.
use_rapport() { # anything, if it is built already
  [ -z "${RAPPORT_URL:-}" ] || return 0
  find_java
  if [ -n "$1" ]; then require_built; else build_if_needed; fi
  directory="$(mktemp -d)"
  RAPPORT_PORT="$(node -e 'const s=require("net").createServer().listen(0,"127.0.0.1",()=>{console.log(s.address().port);s.close()})')"
  export RAPPORT_PORT RAPPORT_DATA_DIR="$directory/data" RAPPORT_AOT="${RAPPORT_AOT:-off}"
  export RAPPORT_ADMIN_EMAIL="ada@example.org" RAPPORT_ADMIN_PASSWORD="journey-$RANDOM-$RANDOM-$RANDOM"
  export RAPPORT_URL="http://127.0.0.1:$RAPPORT_PORT"
  # What is understood does not depend on how long it has run.
  export RAPPORT_UNDERSTANDING_EMBEDDING=false
  # A site of a journey's own is on this machine, and need not be spared.
  export RAPPORT_EGRESS_ALLOWED_HOSTS=127.0.0.1 RAPPORT_CRAWL_DELAY=20ms
  trap '"$home/deploy/down" >/dev/null; rm -rf "$directory"' EXIT
  "$home/deploy/up" --no-build --detach
}
