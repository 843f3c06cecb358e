# Sourced by the scripts in bin/: each require_* function makes sure that one tool is there. A missing one is installed
# by the system's package manager; where that cannot be done, one line says what to install.

say() { printf '%s\n' "$*" >&2; }

die() {
  say "$*"
  exit 1
}

# at_least HAVE WANT: whether the dotted version HAVE is WANT or newer.
at_least() { [ "$(printf '%s\n%s\n' "$2" "$1" | sort -V | head -n 1)" = "$2" ]; }

# Runs a command with the rights to install packages; fails where there are none.
as_root() {
  if [ "$(id -u)" = 0 ]; then
    "$@"
  elif command -v sudo >/dev/null && sudo -n true 2>/dev/null; then
    sudo -n "$@"
  else
    return 1
  fi
}

# install_packages APT DNF APK BREW: one package by the name that this system's package manager knows it by.
install_packages() {
  local apt=$1 dnf=$2 apk=$3 brew=$4
  if command -v apt-get >/dev/null; then
    as_root env DEBIAN_FRONTEND=noninteractive apt-get update -q >&2 &&
      as_root env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends "$apt" >&2
  elif command -v dnf >/dev/null; then
    as_root dnf install -q -y "$dnf" >&2
  elif command -v apk >/dev/null; then
    as_root apk add --quiet "$apk" >&2
  elif command -v brew >/dev/null; then
    brew install --quiet "$brew" >&2
  else
    return 1
  fi
}

# ensure WHAT OLDEST VERSION_FUNCTION APT DNF APK BREW: installs the package unless the version is new enough, and looks again.
ensure() {
  local what=$1 oldest=$2 version=$3 have
  shift 3
  have=$("$version")
  if [ -n "$have" ] && at_least "$have" "$oldest"; then return; fi
  say "$what $oldest or newer is missing (found: ${have:-none}); trying to install it."
  if install_packages "$@"; then
    hash -r
    have=$("$version")
    if [ -n "$have" ] && at_least "$have" "$oldest"; then return; fi
  fi
  die "$what $oldest or newer is needed (found: ${have:-none}): install it and put it on the PATH."
}

java_version() { { "${JAVA_HOME:+$JAVA_HOME/bin/}java" -version 2>&1 || true; } | sed -n 's/.*version "\([0-9][0-9.]*\).*/\1/p' | head -n 1; }
javac_version() { { "${JAVA_HOME:+$JAVA_HOME/bin/}javac" -version 2>&1 || true; } | sed -n 's/^javac \([0-9][0-9.]*\).*/\1/p'; }
maven_version() { { mvn -v 2>/dev/null || true; } | sed -n 's/.*Apache Maven \([0-9][0-9.]*\).*/\1/p' | head -n 1; }
go_version() { { go env GOVERSION 2>/dev/null || true; } | sed -n 's/^go\([0-9][0-9.]*\).*/\1/p'; }
python_version() { { python3 --version 2>/dev/null || true; } | sed -n 's/^Python \([0-9][0-9.]*\).*/\1/p'; }

# A Java that can run the jar. JAVA_HOME counts before the PATH.
require_java() { ensure 'Java' 17 java_version openjdk-17-jre-headless java-17-openjdk-headless openjdk17-jre-headless openjdk@17; }

# A JDK that can compile. JAVA_HOME counts before the PATH.
require_jdk() { ensure 'A JDK' 17 javac_version openjdk-17-jdk-headless java-17-openjdk-devel openjdk17-jdk openjdk@17; }

require_maven() { ensure 'Maven' 3.8 maven_version maven maven maven maven; }

# Any Go from 1.21 on will do: it fetches by itself the newer one that a go.mod names.
require_go() { ensure 'Go' 1.21 go_version golang-go golang go go; }

require_python() { ensure 'Python' 3.8 python_version python3 python3 python3 python@3; }
