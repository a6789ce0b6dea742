# Finds the JDK. Sourced by ./bartizan and ./dev, so both run on the same one.
#
# `java` on PATH is often too old, so every usual place is asked. What was named on purpose comes first; among those found
# by looking around the oldest that will do wins, because that is the one the project is tested on.

needed_feature=25

# Sets `feature` to the feature version of the JDK at $1; 0 when there is no JDK. No process is started: this is on the start-up path.
read_feature() {
    feature=0
    [ -x "$1/bin/javac" ] && [ -r "$1/release" ] || return 0
    while IFS='=' read -r release_key release_value || [ -n "$release_key" ]; do
        if [ "$release_key" = JAVA_VERSION ]; then
            release_value=${release_value#\"}
            feature=${release_value%%[!0-9]*}
            break
        fi
    done <"$1/release"
    feature=${feature:-0}
}

suits() {
    [ -n "$1" ] || return 1
    read_feature "$1"
    [ "$feature" -ge "$needed_feature" ]
}

# Sets `found` to the home of the compiler on PATH; empty when there is none.
home_on_path() {
    found=$(command -v javac 2>/dev/null) || found=
    [ -n "$found" ] || return 0
    found=$(readlink -f "$found" 2>/dev/null) || found=
    found=${found%/bin/javac}
}

# Sets `jdk`. Fails when there is none.
find_jdk() {
    if [ -n "${BARTIZAN_JAVA_HOME:-}" ]; then
        jdk=$BARTIZAN_JAVA_HOME
        suits "$jdk"
        return
    fi
    jdk=${JAVA_HOME:-}
    if suits "$jdk"; then return 0; fi
    home_on_path
    jdk=$found
    if suits "$jdk"; then return 0; fi
    if [ -x /usr/libexec/java_home ]; then
        jdk=$(/usr/libexec/java_home -v "$needed_feature+" 2>/dev/null) || jdk=
        if suits "$jdk"; then return 0; fi
    fi
    jdk=
    oldest=0
    for candidate in /usr/lib/jvm/* /opt/java/* /opt/jdk* "${HOME:-/nonexistent}"/.sdkman/candidates/java/* \
        "${HOME:-/nonexistent}"/.jdks/* /Library/Java/JavaVirtualMachines/*/Contents/Home; do
        if suits "$candidate" && { [ "$oldest" -eq 0 ] || [ "$feature" -lt "$oldest" ]; }; then
            jdk=$candidate
            oldest=$feature
        fi
    done
    [ -n "$jdk" ]
}

# Sets `jdk` or ends the program with 69 (service unavailable, sysexits.h) and says what to do.
require_jdk() {
    if find_jdk; then return 0; fi
    if [ -n "${BARTIZAN_JAVA_HOME:-}" ]; then
        echo "bartizan: BARTIZAN_JAVA_HOME=$BARTIZAN_JAVA_HOME is not a JDK $needed_feature or newer." >&2
        echo "  Point it to one, or unset it to have the usual places searched." >&2
    else
        echo "bartizan: needs a JDK $needed_feature or newer and found none." >&2
        echo "  Looked at JAVA_HOME, javac on PATH, /usr/lib/jvm, /opt, ~/.sdkman, ~/.jdks and /Library/Java." >&2
        echo "  Install one, or set BARTIZAN_JAVA_HOME to the folder of one." >&2
    fi
    exit 69
}
