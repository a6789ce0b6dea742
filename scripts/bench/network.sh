# Measures how fast who can reach whom is answered, on invented clusters of growing size: ./dev bench network.
# Expects JAVA_HOME and the repository root as the working folder. Prints a table and writes it to target/bench/network.md.
set -eu

root=$(pwd -P)
jdk=$JAVA_HOME
. "$root/scripts/application.sh"
require_application

# The bench stands beside the tests of the engine; the libraries are the application's own.
MAVEN_OPTS=${MAVEN_OPTS:--XX:+UseSerialGC -XX:TieredStopAtLevel=1} mvn -B -ntp -q -pl network -am test-compile
exec "$jdk/bin/java" -Xmx2g -XX:+UseParallelGC \
    -cp "$root/network/target/test-classes:$root/network/target/classes:$root/testkit/target/classes:$application/lib/*" \
    dev.bartizan.network.NetworkBench "$root/target/bench/network.md" "$@"
