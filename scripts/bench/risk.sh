# Measures how fast loss curves, simulations and portfolios are computed: ./dev bench risk.
# Expects JAVA_HOME and the repository root as the working folder. Prints a table and writes it to target/bench/risk.md.
set -eu

root=$(pwd -P)
jdk=$JAVA_HOME
. "$root/scripts/application.sh"
require_application

# The bench stands beside the tests of the module; the libraries are the application's own.
MAVEN_OPTS=${MAVEN_OPTS:--XX:+UseSerialGC -XX:TieredStopAtLevel=1} mvn -B -ntp -q -pl risk -am test-compile
exec "$jdk/bin/java" -Xmx2g -XX:+UseParallelGC \
    -cp "$root/risk/target/test-classes:$root/risk/target/classes:$application/lib/*" \
    dev.bartizan.risk.RiskBench "$root/target/bench/risk.md" "$@"
