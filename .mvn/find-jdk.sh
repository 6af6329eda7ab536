# Sourced by mvnw: Maven itself runs on the same JDK 25 (or later) that the product is built with, wherever it stands.

is_jdk_25() {
  [ -x "$1/bin/javac" ] && [ -r "$1/release" ] || return 1
  major=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release")
  [ -n "$major" ] && [ "$major" -ge 25 ]
}

find_jdk_25() {
  set +f
  for home in "${JAVA_HOME-}" "${JAVA_HOME_25_X64-}" "${JDK_25-}" \
    /usr/lib/jvm/* /usr/java/* /usr/local/*jdk* /opt/*jdk* /opt/java/* /opt/hostedtoolcache/*/25*/* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home "$HOME"/Library/Java/JavaVirtualMachines/*/Contents/Home \
    /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
    "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* "$HOME"/.local/share/mise/installs/java/*; do
    if [ -n "$home" ] && is_jdk_25 "$home"; then
      printf '%s\n' "$home"
      return 0
    fi
  done
  on_path=$(command -v javac) && on_path=$(readlink -f "$on_path" 2>/dev/null) && is_jdk_25 "${on_path%/bin/javac}" &&
    printf '%s\n' "${on_path%/bin/javac}"
}

if ! JAVA_HOME=$(find_jdk_25); then
  echo "Oppfølging needs a JDK 25: none was found; install one (for example Temurin 25) or set JAVA_HOME to it." >&2
  exit 1
fi
export JAVA_HOME
export MAVEN_OPTS="--sun-misc-unsafe-memory-access=allow --enable-native-access=ALL-UNNAMED ${MAVEN_OPTS-}"
